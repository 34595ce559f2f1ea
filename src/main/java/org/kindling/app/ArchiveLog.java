package org.kindling.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindling.ensemble.SedMlOutput;

/**
 * What was done of an archive, in the terms of BioSimulators' logs.
 *
 * @param ending how it ended: failed if one of its documents failed
 * @param seconds how long it took
 * @param documents its SED-ML documents
 */
public record ArchiveLog(Ending ending, double seconds, List<Document> documents) {

    /** Copies the list. */
    public ArchiveLog {
        documents = List.copyOf(documents);
    }

    /** How a part of an archive ended. */
    public enum Status {
        /** Done as asked for. */
        SUCCEEDED,
        /** Not done, for it was not needed or cannot be done by this program, and nothing is lost by it. */
        SKIPPED,
        /** Not done. */
        FAILED
    }

    /**
     * How a part of an archive ended, and why it was not done.
     *
     * @param status how
     * @param type what kind of reason
     * @param message the reason in words; empty if it succeeded
     */
    public record Ending(Status status, String type, String message) {

        /** It was done. */
        static final Ending SUCCEEDED = new Ending(Status.SUCCEEDED, "", "");

        static Ending failed(String type, String message) {
            return new Ending(Status.FAILED, type, message);
        }

        static Ending skipped(String type, String message) {
            return new Ending(Status.SKIPPED, type, message);
        }

        boolean isFailure() {
            return status == Status.FAILED;
        }
    }

    /**
     * What was done of a SED-ML document.
     *
     * @param location its location in the archive
     * @param ending how it ended: failed if one of its tasks or outputs failed
     * @param seconds how long it took
     * @param tasks its tasks
     * @param outputs its outputs
     */
    public record Document(String location, Ending ending, double seconds, List<Task> tasks, List<Output> outputs) {

        /** Copies the lists. */
        public Document {
            tasks = List.copyOf(tasks);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * What was done of a task.
     *
     * @param id its id
     * @param ending how it ended
     * @param seconds how long it took
     * @param algorithm the term of the Kinetic Simulation Algorithm Ontology for what ran it, if it was run
     * @param remarks what was done otherwise than asked for
     * @param details what the simulator says of it
     */
    public record Task(
            String id,
            Ending ending,
            double seconds,
            Optional<String> algorithm,
            List<String> remarks,
            Map<String, String> details) {

        /** Copies the collections. */
        public Task {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * What was done of a report or plot.
     *
     * @param id its id
     * @param kind what it is
     * @param ending how it ended
     * @param seconds how long it took
     * @param parts its data sets, curves or surfaces
     */
    public record Output(String id, SedMlOutput.Kind kind, Ending ending, double seconds, List<Part> parts) {

        /** Copies the list. */
        public Output {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What was done of a data set, curve or surface.
     *
     * @param id its id
     * @param status how it ended
     */
    public record Part(String id, Status status) {}

    /**
     * Whether everything that was asked for and needed was done.
     *
     * @return whether nothing failed
     */
    public boolean complete() {
        return !ending.isFailure();
    }

    /**
     * Why something was not done.
     *
     * @return one line for each document, task and output that failed
     */
    public List<String> failures() {
        return documents.stream().flatMap(ArchiveLog::failures).toList();
    }

    private static Stream<String> failures(Document document) {
        Stream<String> parts = Stream.concat(
                document.tasks().stream()
                        .filter(task -> task.ending().isFailure())
                        .map(task -> task.ending().message()),
                document.outputs().stream()
                        .filter(output -> output.ending().isFailure())
                        .map(output -> output.ending().message()));
        boolean isBroken = document.tasks().isEmpty() && document.ending().isFailure();
        Stream<String> all = isBroken ? Stream.of(document.ending().message()) : parts;
        return all.map(message -> document.location() + ": " + message);
    }
}
