package org.kindling.numerics;

import java.util.Arrays;
import java.util.List;

/**
 * Stiff problems and their solutions.
 *
 * <p>Those without a closed form were solved by Radau IIA methods of 11 stages in Python with mpmath 1.3.0 and 45 digits on
 * 2026-11-21, at step errors of 1e-13 by the embedded estimate of order 11; with 1e-11 no value differs by more than 4e-13
 * of itself.
 *
 * <p>Source: E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, section IV.10, ISBN 978-3-540-60452-5.
 */
final class StiffProblems {
    private static final double[] KNOWN_TIMES = {1e-10, 1e-5, 1e-3, 0.1, 1, 3, 10};

    private StiffProblems() {}

    /** The four of the tables of error against tolerance. */
    static List<StiffProblem> all() {
        return List.of(robertson(), hires(), brusselator(), linear());
    }

    /** Three reactions over eleven decades of time. */
    static StiffProblem robertson() {
        SparsityPattern pattern =
                SparsityPattern.of(3, new int[] {0, 0, 0, 1, 1, 1, 2}, new int[] {0, 1, 2, 0, 1, 2, 1});
        StiffEquations equations = new StiffEquations() {
            @Override
            public SparsityPattern pattern() {
                return pattern;
            }

            @Override
            public void derivatives(double time, double[] y, double[] slopes) {
                double first = 0.04 * y[0];
                double second = 3e7 * y[1] * y[1];
                double third = 1e4 * y[1] * y[2];
                slopes[0] = third - first;
                slopes[1] = first - third - second;
                slopes[2] = second;
            }

            @Override
            public void jacobian(double time, double[] y, double[] values) {
                values[0] = -0.04;
                values[1] = 1e4 * y[2];
                values[2] = 1e4 * y[1];
                values[3] = 0.04;
                values[4] = -1e4 * y[2] - 6e7 * y[1];
                values[5] = -1e4 * y[1];
                values[6] = 6e7 * y[1];
            }
        };
        // spotless:off
        return new StiffProblem("Robertson", equations, new double[] {1, 0, 0}, new double[] {1, 1e-5, 1})
            .knownAt(0.4, 0.98517211386098986, 3.3863953789749041e-5, 0.014794022185220389)
            .knownAt(40, 0.71582706871940509, 9.1855347645577639e-6, 0.28416374574583035)
            .knownAt(4e3, 0.18320225777670931, 8.9423712527759093e-7, 0.81679684798616541)
            .knownAt(4e5, 0.0049382745209798156, 1.9849940879543754e-8, 0.9950617056290793)
            .knownAt(4e7, 5.2030718441205474e-5, 2.0813357318925327e-10, 0.99994796907342522)
            .knownAt(4e9, 5.2082766114359351e-7, 2.083311716604572e-12, 0.99999947917025554)
            .knownAt(1e11, 2.0833401497012942e-8, 8.3333607703347834e-14, 0.99999997916651517);
        // spotless:on
    }

    /** Two chemical species that oscillate. */
    static StiffProblem brusselator() {
        StiffEquations equations = new DenseEquations(2) {
            @Override
            public void derivatives(double time, double[] y, double[] slopes) {
                double third = y[0] * y[0] * y[1];
                slopes[0] = 1 + third - 4 * y[0];
                slopes[1] = 3 * y[0] - third;
            }

            @Override
            public void jacobian(double time, double[] y, double[] values) {
                values[0] = 2 * y[0] * y[1] - 4;
                values[1] = y[0] * y[0];
                values[2] = 3 - 2 * y[0] * y[1];
                values[3] = -y[0] * y[0];
            }
        };
        // spotless:off
        return new StiffProblem("Brusselator", equations, new double[] {1.5, 3}, new double[] {1, 1})
            .knownAt(2, 0.7836527176641998, 2.2638027014898765)
            .knownAt(4, 0.37898839450236979, 3.7413008504281845)
            .knownAt(6, 0.55648346355189092, 4.6851989695505276)
            .knownAt(8, 2.3116964157570054, 1.1439682672466112)
            .knownAt(12, 0.41458466788968054, 4.2180444575492939)
            .knownAt(16, 1.0047312266749511, 1.9598509233447635)
            .knownAt(20, 0.49863707126834785, 4.5967803494520112);
        // spotless:on
    }

    /** High irradiance responses of a plant: eight reactants. */
    static StiffProblem hires() {
        SparsityPattern pattern = SparsityPattern.of(
                8,
                new int[] {0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 7, 7, 7},
                new int[] {0, 1, 2, 0, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 3, 4, 5, 6, 7, 5, 6, 7, 5, 6, 7});
        StiffEquations equations = new StiffEquations() {
            @Override
            public SparsityPattern pattern() {
                return pattern;
            }

            @Override
            public void derivatives(double time, double[] y, double[] slopes) {
                double bound = 280 * y[5] * y[7];
                slopes[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
                slopes[1] = 1.71 * y[0] - 8.75 * y[1];
                slopes[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
                slopes[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
                slopes[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
                slopes[5] = -bound + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
                slopes[6] = bound - 1.81 * y[6];
                slopes[7] = -slopes[6];
            }

            @Override
            public void jacobian(double time, double[] y, double[] values) {
                double[] constant = {
                    -1.71, 0.43, 8.32, 1.71, -8.75, -10.03, 0.43, 0.035, 8.32, 1.71, -1.12, -1.745, 0.43, 0.43, 0.69,
                    1.71
                };
                System.arraycopy(constant, 0, values, 0, constant.length);
                double fifth = 280 * y[7];
                double seventh = 280 * y[5];
                values[16] = -fifth - 0.43;
                values[17] = 0.69;
                values[18] = -seventh;
                values[19] = fifth;
                values[20] = -1.81;
                values[21] = seventh;
                values[22] = -fifth;
                values[23] = 1.81;
                values[24] = -seventh;
            }
        };
        double[] start = {1, 0, 0, 0, 0, 0, 0, 0.0057};
        double[] sizes = {1, 1, 1, 1, 1, 1, 0.0057, 0.0057};
        // spotless:off
        return new StiffProblem("HIRES", equations, start, sizes)
            .knownAt(1,
                0.25549269297154406, 0.056908789086531853, 0.019458074977094831, 0.45851946967112295,
                0.02014773912507038, 0.18228795775952004, 0.0054990812724204008, 0.00020091872757959925)
            .knownAt(5,
                0.031651675704569275, 0.0064815495310581648, 0.004583451064747285, 0.089743232735180321,
                0.16245145375265563, 0.68504389614443158, 0.0056467003419205476, 5.3299658079452441e-5)
            .knownAt(50,
                0.0054188694749196024, 0.0010594035749510692, 0.00097268508577837137, 0.009383039047961809,
                0.16336600735324894, 0.65587483464382813, 0.0056443703801948985, 5.5629619805101516e-5)
            .knownAt(200,
                0.0027365120581329542, 0.00053518815262078627, 0.00044850923624214509, 0.0046881371963744002,
                0.070833957882703554, 0.28046220455861668, 0.0055715961340674893, 0.00012840386593251067)
            .knownAt(300,
                0.0010211076081657745, 0.00019989944853184134, 0.0001135414734690615, 0.0016826415185746179,
                0.011779282233421895, 0.04163910043221187, 0.0049364731210813058, 0.00076352687891869421)
            .knownAt(310,
                0.00087371523313056191, 0.00017105717184562587, 8.4942991086451714e-5, 0.0014222450341075521,
                0.0067929154105625619, 0.022077020945773566, 0.0044188218768595369, 0.0012811781231404631)
            .knownAt(321.8122,
                0.00073713125733256678, 0.00014424857263161847, 5.888729740967575e-5, 0.0011756513432831491,
                0.0023863561988313305, 0.0062389682527427958, 0.0028499983951857687, 0.0028500016048142313);
        // spotless:on
    }

    /** Four modes with rates from 1 to 1e13 in every variable: \(y = V \exp(\Lambda t) V^{-1} y_0\). */
    static StiffProblem linear() {
        double[] rates = {-1, -1e4, -1e9, -1e13};
        double[][] modes = {{1, 1, 0, 1}, {1, 0, 1, 1}, {1, 1, 1, 0}, {1, 1, 1, 1}};
        double[][] inverse = {{1, 1, 1, -2}, {0, -1, 0, 1}, {-1, 0, 0, 1}, {0, 0, -1, 1}};
        return linear("Linear", rates, modes, inverse);
    }

    /** \(y' = V \Lambda V^{-1} y\) from the sum of the columns of V, of order 4. */
    static StiffProblem linear(String name, double[] rates, double[][] modes, double[][] inverse) {
        StiffEquations equations = new DenseEquations(4) {
            @Override
            public void derivatives(double time, double[] y, double[] slopes) {
                Arrays.fill(slopes, 0);
                for (int k = 0; k < 4; k++) {
                    double amplitude = 0;
                    for (int j = 0; j < 4; j++) {
                        amplitude += inverse[k][j] * y[j];
                    }
                    for (int i = 0; i < 4; i++) {
                        slopes[i] += modes[i][k] * (rates[k] * amplitude);
                    }
                }
            }

            @Override
            public void jacobian(double time, double[] y, double[] values) {
                Arrays.fill(values, 0);
                for (int i = 0; i < 16; i++) {
                    for (int k = 0; k < 4; k++) {
                        values[i] += modes[i / 4][k] * rates[k] * inverse[k][i % 4];
                    }
                }
            }
        };
        double[] amplitudes = {1, 1, 1, 1};
        StiffProblem problem = new StiffProblem(name, equations, sum(modes, amplitudes), new double[] {1, 1, 1, 1});
        for (double time : KNOWN_TIMES) {
            double[] grown = new double[4];
            Arrays.setAll(grown, k -> amplitudes[k] * Math.exp(rates[k] * time));
            problem.knownAt(time, sum(modes, grown));
        }
        return problem;
    }

    private static double[] sum(double[][] modes, double[] amplitudes) {
        double[] state = new double[amplitudes.length];
        for (int i = 0; i < state.length; i++) {
            for (int k = 0; k < state.length; k++) {
                state[i] += modes[i][k] * amplitudes[k];
            }
        }
        return state;
    }

    /** Equations whose Jacobian has no zeros, row by row. */
    abstract static class DenseEquations implements StiffEquations {
        private final SparsityPattern pattern;

        DenseEquations(int order) {
            pattern = SparsityPattern.dense(order);
        }

        @Override
        public final SparsityPattern pattern() {
            return pattern;
        }
    }
}
