package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.report.RobustnessPage;
import org.kindling.sampling.RandomStreams;
import org.kindling.simulation.PerturbationResponses;
import org.kindling.simulation.PerturbationResponses.Trajectory;
import org.kindling.simulation.ReturnedShare;
import org.kindling.simulation.Robustness;
import org.kindling.simulation.TrajectoryComponents;

/** The files of a folder of a perturbation study. */
final class RobustnessFiles {

    /** Says what was done; every complete folder holds it. */
    static final String MARKER = "robustness.json";

    /** Components that are written: more than two are rarely looked at. */
    private static final int COMPONENTS = 3;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Content content;
    private final PerturbationResponses responses;

    private RobustnessFiles(Path folder, Content content) {
        this.folder = folder;
        this.content = content;
        this.responses = content.responses();
    }

    /**
     * What is written.
     *
     * @param rows the indices of the times asked for
     */
    record Content(
            RobustnessOptions options,
            OutputOptions output,
            RobustnessSubject subject,
            PerturbationResponses responses,
            List<Integer> rows) {}

    static void write(Path folder, Content content) throws IOException {
        RobustnessFiles files = new RobustnessFiles(folder, content);
        files.writeResponses();
        files.writeShares();
        files.writeSpecies();
        files.writeMembers();
        Optional<TrajectoryComponents> components = files.components();
        if (components.isPresent()) {
            files.writeTrajectories(components.get());
            files.writeComponents(components.get());
        }
        files.writePage(components);
        AtomicFile.write(folder.resolve(MARKER), out -> {
            out.write(JSON.writeValueAsBytes(files.description()));
            out.write('\n');
        });
    }

    private NumberTableWriter table(String name, List<String> labels, String... numbers) throws IOException {
        return NumberTableWriter.of(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))), labels, List.of(numbers));
    }

    private double time(int row) {
        return responses.options().grid().time(row);
    }

    private void writeResponses() throws IOException {
        try (NumberTableWriter table =
                table("robustness.csv", List.of("member", "status"), "perturbation", "time", "distance", "returned")) {
            for (int member = 0; member < responses.members(); member++) {
                String id = content.subject().ids().get(member);
                for (int perturbation = 0; perturbation < responses.options().perturbations(); perturbation++) {
                    String status = responses.failure(member, perturbation).orElse("complete");
                    for (int row : content.rows()) {
                        table.write(
                                List.of(id, status),
                                perturbation,
                                time(row),
                                responses.distance(member, perturbation, row).orElse(Double.NaN),
                                responses.returned(member, perturbation, row) ? 1 : 0);
                    }
                }
            }
        }
    }

    private void writeShares() throws IOException {
        try (NumberTableWriter table = table("times.csv", List.of(), "time", "returned", "low", "high")) {
            for (int row = 0; row < responses.options().grid().size(); row++) {
                ReturnedShare share = responses.share(row);
                table.write(
                        List.of(),
                        time(row),
                        share.value(),
                        share.interval().lower(),
                        share.interval().upper());
            }
        }
    }

    private void writeSpecies() throws IOException {
        try (NumberTableWriter table = table("species.csv", List.of("species"), "time", "returned", "low", "high")) {
            for (int species = 0; species < responses.species().size(); species++) {
                for (int row : content.rows()) {
                    ReturnedShare share = responses.shareOfSpecies(row, species);
                    table.write(
                            List.of(responses.species().get(species).name()),
                            time(row),
                            share.value(),
                            share.interval().lower(),
                            share.interval().upper());
                }
            }
        }
    }

    private void writeMembers() throws IOException {
        try (NumberTableWriter table = table("members.csv", List.of("member"), "time", "returned")) {
            for (int member = 0; member < responses.members(); member++) {
                for (int row : content.rows()) {
                    table.write(
                            List.of(content.subject().ids().get(member)),
                            time(row),
                            responses.shareOfMember(row, member));
                }
            }
        }
    }

    private Optional<TrajectoryComponents> components() {
        return responses.trajectories().isEmpty() ? Optional.empty() : Optional.of(TrajectoryComponents.of(responses));
    }

    private static int written(TrajectoryComponents components) {
        return Math.min(COMPONENTS, components.size());
    }

    private void writeTrajectories(TrajectoryComponents components) throws IOException {
        List<String> columns = new ArrayList<>(List.of("perturbation", "time"));
        for (int component = 0; component < written(components); component++) {
            columns.add("pc" + (component + 1));
        }
        try (NumberTableWriter table = table("trajectories.csv", List.of("member"), columns.toArray(String[]::new))) {
            for (int index = 0; index < components.trajectories().size(); index++) {
                Trajectory trajectory = components.trajectories().get(index);
                double[][] numbers = new double[trajectory.course().size()][columns.size()];
                for (int row = 0; row < numbers.length; row++) {
                    numbers[row][0] = trajectory.perturbation();
                    numbers[row][1] = time(row);
                }
                for (int component = 0; component < written(components); component++) {
                    double[] scores = components.scores(component, index);
                    for (int row = 0; row < numbers.length; row++) {
                        numbers[row][2 + component] = scores[row];
                    }
                }
                for (double[] row : numbers) {
                    table.write(List.of(content.subject().ids().get(trajectory.member())), row);
                }
            }
        }
    }

    private void writeComponents(TrajectoryComponents components) throws IOException {
        try (NumberTableWriter table =
                table("components.csv", List.of("species"), "component", "explained", "weight")) {
            for (int component = 0; component < written(components); component++) {
                double[] direction = components.direction(component);
                for (int species = 0; species < direction.length; species++) {
                    table.write(
                            List.of(components.species().get(species).name()),
                            component + 1,
                            components.explained(component),
                            direction[species]);
                }
            }
        }
    }

    private void writePage(Optional<TrajectoryComponents> components) throws IOException {
        String page = RobustnessPage.of(content.subject().heading(), responses, components, content.rows())
                .html();
        AtomicFile.write(folder.resolve("robustness.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, Object> description() {
        Robustness.Options options = responses.options();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kindling", Version.current());
        object.put("subject", String.valueOf(content.options().subject().model().getFileName()));
        object.put("model", content.subject().heading().model());
        object.put("timeUnit", content.subject().heading().timeUnit());
        object.put("members", responses.members());
        object.put("perturbations", options.perturbations());
        object.put("factors", options.factors());
        object.put("near", Robustness.NEAR);
        object.put("tolerances", options.tolerances());
        object.put("seed", options.seed());
        object.put("randomAlgorithm", RandomStreams.ALGORITHM);
        object.put("times", content.rows().stream().map(this::time).toList());
        object.put(
                "shareReturned",
                content.rows().stream()
                        .map(row -> RobustnessSummary.Returned.of(time(row), responses.share(row)))
                        .toList());
        object.put("failures", responses.failures());
        return object;
    }
}
