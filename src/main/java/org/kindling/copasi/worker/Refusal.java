package org.kindling.copasi.worker;

/** A request cannot be met; the message says why. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason);
    }
}
