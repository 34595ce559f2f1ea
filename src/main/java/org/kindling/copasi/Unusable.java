package org.kindling.copasi;

/** An engine cannot be used. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    Unusable(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
