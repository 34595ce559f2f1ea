package org.kindling.copasi;

/** A worker process could not answer: it refused, died, or took too much time or memory. The message is for the user. */
final class WorkerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What became of the worker. */
    enum Kind {
        /** It lives, and says why it does not answer. */
        REFUSED,
        /** It took too long and was ended. */
        OUT_OF_TIME,
        /** It died, or does not speak the protocol. */
        DIED
    }

    private final Kind kind;

    WorkerFailure(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
