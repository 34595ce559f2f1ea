package org.kindling.copasi.worker;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Answers requests by COPASI's Java bindings: one JSON object a line in, one out behind a mark. Ends when its input does,
 * even while COPASI computes.
 */
public final class BindingsWorker {

    private static final String MARK = "#kindling ";

    /** The library could not be loaded; the reason stands on standard error. */
    private static final int NOT_LOADED = 3;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    private final CopasiClasses copasi;
    private final Tasks tasks;
    private final PrintStream answers;

    private BindingsWorker(CopasiClasses copasi, PrintStream answers) {
        this.copasi = copasi;
        this.tasks = new Tasks(copasi);
        this.answers = answers;
    }

    /**
     * Runs the worker.
     *
     * @param arguments the paths of COPASI's jar and native library
     * @throws IOException if the jar cannot be read
     * @throws InterruptedException never, for nobody interrupts
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream answers = stream(FileDescriptor.out);
        // COPASI's chatter goes where it disturbs nobody.
        System.setOut(stream(FileDescriptor.err));
        try {
            CopasiClasses copasi = CopasiClasses.of(Path.of(arguments[0]), Path.of(arguments[1]));
            new BindingsWorker(copasi, answers).serve(requests());
        } catch (UnsatisfiedLinkError unusable) {
            stream(FileDescriptor.err).println(unusable.getMessage());
            Runtime.getRuntime().halt(NOT_LOADED);
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Requests as they come in; the end of the input ends the process at once, whatever it is doing. */
    private static BlockingQueue<String> requests() {
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader in = new BufferedReader(
                            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
                        in.lines().forEach(requests::add);
                    } catch (IOException broken) {
                        Runtime.getRuntime().halt(1);
                    }
                    Runtime.getRuntime().halt(0);
                },
                "requests");
        reader.setDaemon(true);
        reader.start();
        return requests;
    }

    private void serve(BlockingQueue<String> requests) throws IOException, InterruptedException {
        while (true) {
            answers.print("\n" + MARK + answer(MAPPER.readTree(requests.take())) + "\n");
            answers.flush();
        }
    }

    private String answer(JsonNode request) throws IOException {
        ObjectNode reply = MAPPER.createObjectNode();
        try {
            tasks.answer(request, reply);
            reply.put("ok", true);
        } catch (Refusal refusal) {
            refuse(reply, refusal);
        } catch (CopasiError error) {
            refuse(reply, error);
        }
        return MAPPER.writeValueAsString(reply);
    }

    private void refuse(ObjectNode reply, Exception reason) {
        String words = String.valueOf(reason.getMessage());
        try {
            String messages = ImportedModel.messages(copasi);
            words = words.isEmpty() || (reason instanceof CopasiError && !messages.isEmpty()) ? messages : words;
        } catch (CopasiError silent) {
            words += " (and COPASI's messages cannot be read)";
        }
        reply.removeAll();
        reply.put("ok", false).put("reason", words);
    }
}
