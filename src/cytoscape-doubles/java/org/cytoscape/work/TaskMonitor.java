package org.cytoscape.work;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface TaskMonitor {

    /** How grave a message is. */
    enum Level {
        INFO,
        WARN,
        ERROR
    }

    void setTitle(String title);

    void setProgress(double progress);

    void setStatusMessage(String statusMessage);

    void showMessage(Level level, String message);
}
