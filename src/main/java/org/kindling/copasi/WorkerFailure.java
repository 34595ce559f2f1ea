package org.kindling.copasi;

/** A worker process could not answer: it refused, died, or took too much time or memory. The message is for the user. */
final class WorkerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

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
        super(oneLine(reason));
        this.kind = kind;
    }

    /** A reason in one line that can be read, without the dates that COPASI puts before its messages. */
    static String oneLine(String reason) {
        String line = reason.replaceAll(">[A-Z]+ \\d{4}-[^<]*<", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    Kind kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
