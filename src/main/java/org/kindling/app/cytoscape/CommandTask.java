package org.kindling.app.cytoscape;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cytoscape.work.AbstractTask;
import org.cytoscape.work.ObservableTask;
import org.cytoscape.work.TaskMonitor;
import org.cytoscape.work.json.JSONResult;
import org.jspecify.annotations.Nullable;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;

/** A command at work: its arguments are the public fields of the class, which Cytoscape fills from a dialog or a script. */
abstract class CommandTask extends AbstractTask implements ObservableTask {

    private static final String CANCELLED = "cancelled; nothing was kept";

    private final Host host;
    private Optional<Answer> answer = Optional.empty();

    CommandTask(Host host) {
        this.host = host;
    }

    /** Does the work; if the thread is interrupted, ends it soon and leaves nothing behind. */
    abstract Answer work(Reporter reporter) throws CommandFailure, IOException, InterruptedException;

    /** What Cytoscape shows while the command works. */
    static final class Reporter implements Progress {

        private final TaskMonitor monitor;

        private Reporter(TaskMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void at(long done, long total) {
            monitor.setProgress(total > 0 ? (double) done / total : 0);
        }

        void say(String message) {
            monitor.setStatusMessage(message);
        }

        void warn(String message) {
            monitor.showMessage(TaskMonitor.Level.WARN, message);
        }
    }

    @Override
    public final void run(TaskMonitor monitor) throws CommandFailure {
        monitor.setTitle("Kindling: " + CommandText.name(this));
        monitor.setProgress(0);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Libraries look for their parts by the thread's class loader, and Cytoscape's knows nothing of them.
        thread.setContextClassLoader(CommandTask.class.getClassLoader());
        try {
            host.running().begin(this);
            answer = Optional.of(work(new Reporter(monitor)));
            monitor.setProgress(1);
        } catch (InterruptedException | ClosedByInterruptException interrupted) {
            monitor.showMessage(TaskMonitor.Level.WARN, CANCELLED);
        } catch (InputException | IOException refused) {
            throw new CommandFailure(refused);
        } finally {
            host.running().end(this);
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public final void cancel() {
        super.cancel();
        host.running().cancel(this);
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Where the command works. */
    Host host() {
        return host;
    }

    @Override
    public final <R> @Nullable R getResults(Class<? extends R> type) {
        if (type.equals(String.class)) {
            return type.cast(answer.map(Answer::text).orElse(CANCELLED));
        }
        if (type.equals(JSONResult.class)) {
            String json = answer.map(Answer::json).orElse("{\"cancelled\": true}");
            JSONResult result = () -> json;
            return type.cast(result);
        }
        return null;
    }

    @Override
    public final List<Class<?>> getResultClasses() {
        return List.of(String.class, JSONResult.class);
    }

    /** The script that would do the same, for provenance. */
    final List<String> script() {
        return CommandText.script(this);
    }

    /** A folder, or that of the manifest which file dialogs can choose. */
    static Path folder(Path chosen) {
        Path absolute = chosen.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent != null && String.valueOf(absolute.getFileName()).endsWith("manifest.json") ? parent : absolute;
    }
}
