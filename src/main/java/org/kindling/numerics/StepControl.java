package org.kindling.numerics;

/**
 * Chooses the method of the next step and its length, from what the last ones cost and how wrong they were.
 *
 * <p>Sources: E. Hairer, G. Wanner, Stiff differential equations solved by Radau methods, J. Comput. Appl. Math. 111, 93
 * (1999), doi:10.1016/S0377-0427(99)00134-X, for the order; K. Gustafsson, Control-theoretic techniques for stepsize
 * selection in implicit Runge-Kutta methods, ACM Trans. Math. Softw. 20, 496 (1994), doi:10.1145/198429.198437, for the
 * length.
 */
final class StepControl {
    private static final double SAFETY = 0.9;

    private static final double LARGEST_GROWTH = 8;

    /** A step whose error is below this was far too short, as the first one often is, and may grow by a hundred. */
    private static final double TINY_ERROR = 1e-8;

    private static final double SMALLEST_GROWTH = 0.2;

    /** The most growth while the order may not rise: what failed before may fail again. */
    private static final double GROWTH_AFTER_FALL = 2;

    /** A step that would grow by no more than this is left as it is, for the sake of its factors. */
    private static final double LEAST_GROWTH = 1.2;

    /** A Jacobian with which the iteration shrinks its changes this fast is kept, with its factors. */
    private static final double FAST_CONTRACTION = 1e-3;

    /**
     * The order rises where the iteration contracts faster. Hairer and Wanner rise at 0.002; on random networks of 50
     * species 0.05 saves some percent of the work.
     */
    private static final double RISING = 0.05;

    private static final double FALLING = 0.8;

    /** The order does not rise in so many steps after it fell. */
    private static final int PATIENCE = 10;

    /** Errors below this say nothing of the next. */
    private static final double LEAST_ERROR = 1e-2;

    private int method;
    private int stepsSinceFall = PATIENCE;
    private double lastStep;
    private double lastError;

    /** The method of the next step. */
    RadauMethod method() {
        return RadauMethod.ALL.get(method);
    }

    /** Forgets the past. */
    void restart() {
        method = 0;
        stepsSinceFall = PATIENCE;
        lastStep = 0;
    }

    /** The factor by which a step of some error, in tolerances, should be changed before it is tried again. */
    double change(double error, int iterations) {
        // An iteration that nearly failed leaves less room than one that was easy.
        double safety = SAFETY * 21 / (20 + iterations);
        double factor = safety * Math.pow(Math.max(error, 1e-10), -1.0 / (method().stages() + 1));
        double most = error < TINY_ERROR ? 100 : LARGEST_GROWTH;
        if (stepsSinceFall < PATIENCE) {
            most = GROWTH_AFTER_FALL;
        }
        return Math.max(SMALLEST_GROWTH, Math.min(most, factor));
    }

    /** The factor by which the next step should be longer than an accepted one, 1 if nothing is gained by a change. */
    double accept(double step, double error, int iterations, double contraction) {
        double factor = change(error, iterations);
        if (lastStep > 0) {
            double trend =
                    Math.pow(lastError / Math.max(error, 1e-10), 1.0 / (method().stages() + 1)) * step / lastStep;
            factor = Math.max(SMALLEST_GROWTH, Math.min(factor, factor * trend));
        }
        lastStep = step;
        lastError = Math.max(LEAST_ERROR, error);
        stepsSinceFall++;
        boolean keeps = contraction <= FAST_CONTRACTION && factor >= 1 && factor <= LEAST_GROWTH;
        boolean moved = contraction >= FALLING ? fall() : contraction <= RISING && rise();
        return keeps && !moved ? 1 : factor;
    }

    /** Takes the next lower order, if there is one. */
    boolean fall() {
        stepsSinceFall = 0;
        boolean possible = method > 0;
        method -= possible ? 1 : 0;
        return possible;
    }

    private boolean rise() {
        boolean possible = stepsSinceFall >= PATIENCE && method < RadauMethod.ALL.size() - 1;
        method += possible ? 1 : 0;
        return possible;
    }
}
