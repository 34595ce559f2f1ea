package org.kindling.app.cytoscape;

import org.cytoscape.work.TaskMonitor;

/** Shows nothing. */
class SilentMonitor implements TaskMonitor {

    @Override
    public void setTitle(String title) {}

    @Override
    public void setProgress(double progress) {}

    @Override
    public void setStatusMessage(String message) {}

    @Override
    public void showMessage(Level level, String message) {}
}
