package org.kindling.copasi.worker;

/**
 * Loads COPASI's native library before COPASI does. COPASI ends the Java machine if loading fails; here the failure is an
 * ordinary error with the reason, and success makes COPASI's own loading do nothing. For that this class must be defined by
 * the class loader that will define COPASI's.
 */
public final class NativeProbe {

    private NativeProbe() {}

    /**
     * Loads a library for the class loader of this class.
     *
     * @param library its absolute path
     * @throws UnsatisfiedLinkError if it cannot be loaded
     */
    public static void load(String library) {
        System.load(library);
    }
}
