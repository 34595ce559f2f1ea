package org.kindling.generators.nn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** Products of dense matrices in single precision by OpenBLAS, on the calling thread. Matrices lie row by row. */
public final class MatrixProducts {

    static {
        // Two threads would wait for each other at every small product; parallelism belongs to the callers.
        openblas.blas_set_num_threads(1);
    }

    private MatrixProducts() {}

    /**
     * The product C = A B.
     *
     * @param a shape [rows, inner]
     * @param b shape [inner, columns]
     * @param c receives the product, shape [rows, columns]
     * @param rows the rows of A
     * @param inner the columns of A
     * @param columns the columns of B
     */
    public static void product(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        multiply(openblas.CblasNoTrans, a, inner, b, c, new int[] {rows, inner, columns});
    }

    /** The product C = A B in native memory. */
    static void product(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns) {
        multiply(a, false, b, false, c, new int[] {rows, inner, columns});
    }

    /** The product C = A' B in native memory, with A of the shape [inner, rows]. */
    static void transposedProduct(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns) {
        multiply(a, true, b, false, c, new int[] {rows, inner, columns});
    }

    /** The product C = A B' in native memory, with B of the shape [columns, inner]. */
    static void productOfTransposed(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns) {
        multiply(a, false, b, true, c, new int[] {rows, inner, columns});
    }

    private static void multiply(
            FloatPointer a, boolean aTransposed, FloatPointer b, boolean bTransposed, FloatPointer c, int... sizes) {
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                aTransposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                bTransposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                sizes[0],
                sizes[2],
                sizes[1],
                1,
                a,
                aTransposed ? sizes[0] : sizes[1],
                b,
                bTransposed ? sizes[1] : sizes[2],
                0,
                c,
                sizes[2]);
    }

    /**
     * The product C = A' B with the transpose of A.
     *
     * @param a shape [inner, rows]
     * @param b shape [inner, columns]
     * @param c receives the product, shape [rows, columns]
     * @param rows the columns of A
     * @param inner the rows of A
     * @param columns the columns of B
     */
    public static void transposedProduct(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        multiply(openblas.CblasTrans, a, rows, b, c, new int[] {rows, inner, columns});
    }

    private static void multiply(int transpose, float[] a, int stride, float[] b, float[] c, int[] sizes) {
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                transpose,
                openblas.CblasNoTrans,
                sizes[0],
                sizes[2],
                sizes[1],
                1,
                a,
                stride,
                b,
                sizes[2],
                0,
                c,
                sizes[2]);
    }
}
