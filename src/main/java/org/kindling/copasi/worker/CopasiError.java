package org.kindling.copasi.worker;

/** COPASI threw. Its exceptions carry no text of use, which is in its queue of messages instead. */
final class CopasiError extends Exception {

    private static final long serialVersionUID = 1L;

    CopasiError(Throwable cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
