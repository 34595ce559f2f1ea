package org.kindling.numerics;

/**
 * An eigenvalue after refinement, with the state in which refinement ended.
 *
 * @param real real part, unit of the matrix
 * @param imaginary imaginary part, unit of the matrix
 * @param relativeError size of the last correction over the size of the eigenvalue, an estimate of its relative error
 * @param status whether to trust the value
 */
public record RefinedEigenvalue(double real, double imaginary, double relativeError, Status status) {
    /** How a refinement ended. */
    public enum Status {
        /** The corrections fell below the rounding error of a double. */
        CONVERGED("nothing to do"),
        /** The corrections did not fall: the eigenvalue is multiple or nearly so, or the start was too far away. */
        NOT_CONVERGED("start closer, or treat the eigenvalue as multiple and its first digits as all there are"),
        /** The bordered matrix is singular: the eigenvalue has several eigenvectors. */
        SINGULAR("treat the eigenvalue as multiple; its sum with its neighbours is what is well determined");

        private final String remedy;

        Status(String remedy) {
            this.remedy = remedy;
        }

        /**
         * What to do about it, in words.
         *
         * @return a clause without capital and full stop
         */
        public String remedy() {
            return remedy;
        }
    }

    /**
     * Whether the value is trusted.
     *
     * @return true if the status is {@link Status#CONVERGED}
     */
    public boolean converged() {
        return status == Status.CONVERGED;
    }
}
