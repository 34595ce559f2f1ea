package org.kindling.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.kindling.ensemble.AtomicFile;

/** The file {@code log.yml}, in the format of BioSimulators' logs. */
final class ArchiveLogFile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ArchiveLogFile() {}

    static void write(ArchiveLog log, Path file) throws IOException {
        ObjectNode archive = entry(log.ending(), "", log.seconds());
        ArrayNode documents = archive.putArray("sedDocuments");
        log.documents().forEach(document -> documents.add(document(document)));
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        byte[] text = mapper.writeValueAsString(archive).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    private static ObjectNode document(ArchiveLog.Document document) {
        ObjectNode node = NODES.objectNode();
        node.put("location", document.location());
        node.setAll(entry(document.ending(), "", document.seconds()));
        ArrayNode tasks = node.putArray("tasks");
        document.tasks().forEach(task -> tasks.add(task(task)));
        ArrayNode outputs = node.putArray("outputs");
        document.outputs().forEach(output -> outputs.add(output(output)));
        return node;
    }

    private static ObjectNode task(ArchiveLog.Task task) {
        ObjectNode node = NODES.objectNode();
        node.put("id", task.id());
        node.setAll(entry(task.ending(), String.join("\n", task.remarks()), task.seconds()));
        node.putNull("algorithm");
        task.algorithm().ifPresent(term -> node.put("algorithm", term.replace(':', '_')));
        ArrayNode details = node.putArray("simulatorDetails");
        for (Map.Entry<String, String> detail : task.details().entrySet()) {
            details.addObject().put("key", detail.getKey()).put("value", detail.getValue());
        }
        return node;
    }

    private static ObjectNode output(ArchiveLog.Output output) {
        ObjectNode node = NODES.objectNode();
        node.put("id", output.id());
        node.setAll(entry(output.ending(), "", output.seconds()));
        String list = switch (output.kind()) {
            case REPORT -> "dataSets";
            case PLOT_2D -> "curves";
            case PLOT_3D -> "surfaces";
        };
        ArrayNode parts = node.putArray(list);
        for (ArchiveLog.Part part : output.parts()) {
            parts.addObject().put("id", part.id()).put("status", part.status().name());
        }
        return node;
    }

    private static ObjectNode entry(ArchiveLog.Ending ending, String output, double seconds) {
        ObjectNode node = NODES.objectNode();
        node.put("status", ending.status().name());
        node.putNull("exception");
        node.putNull("skipReason");
        if (ending.status() != ArchiveLog.Status.SUCCEEDED) {
            node.putObject(ending.isFailure() ? "exception" : "skipReason")
                    .put("type", ending.type())
                    .put("message", ending.message());
        }
        node.put("output", output.isEmpty() ? null : output);
        node.put("duration", seconds);
        return node;
    }
}
