package org.kindling.copasi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process that answers requests: a line of JSON in, a line of JSON out, behind a mark that tells it from whatever
 * else COPASI prints. A request that takes too long, or whose thread is interrupted, ends the process. One request at a
 * time; the owner sees to that.
 */
final class WorkerProcess implements AutoCloseable {

    /** What answers begin with. */
    static final String MARK = "#kindling ";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** The worker ends itself this much after the limit, in case nobody is left to end it. */
    private static final int GRACE_SECONDS = 5;

    private final ChildProcess child;
    private final WorkerLimits limits;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final ExecutorService conversation;

    private WorkerProcess(ChildProcess child, WorkerLimits limits) {
        this.child = child;
        this.limits = limits;
        this.requests = child.input();
        this.answers = child.output();
        this.conversation = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "kindling-copasi-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a worker.
     *
     * @param command the program and its arguments
     * @param preamble lines that it reads before the first request
     * @param limits what it may take
     */
    static WorkerProcess start(List<String> command, List<String> preamble, WorkerLimits limits)
            throws WorkerFailure, InterruptedException {
        WorkerProcess worker = new WorkerProcess(ChildProcess.start(command, limits), limits);
        try {
            for (String line : preamble) {
                worker.requests.write(line + "\n");
            }
            worker.requests.flush();
            return worker;
        } catch (IOException deaf) {
            String reason = worker.child.epitaph(limits);
            worker.close();
            throw new WorkerFailure(WorkerFailure.Kind.DIED, reason);
        }
    }

    /** A request to do something, to be filled with what it needs. */
    static ObjectNode request(String what) {
        return MAPPER.createObjectNode().put("do", what);
    }

    /** Text as one line of JSON. */
    static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }

    /**
     * Asks.
     *
     * @param request what to do
     * @return the answer
     * @throws WorkerFailure if there is none in time; unless the worker refused, it has ended
     * @throws InterruptedException if the thread is interrupted; the worker has ended
     */
    JsonNode ask(ObjectNode request) throws WorkerFailure, InterruptedException {
        request.put("seconds", limits.time().toSeconds() + GRACE_SECONDS);
        Future<JsonNode> answer = conversation.submit(() -> exchange(request.toString()));
        boolean answered = false;
        try {
            JsonNode node = answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            answered = true;
            if (!node.path("ok").asBoolean()) {
                throw new WorkerFailure(
                        WorkerFailure.Kind.REFUSED, refusal(node.path("reason").asText()));
            }
            return node;
        } catch (TimeoutException late) {
            throw new WorkerFailure(WorkerFailure.Kind.OUT_OF_TIME, "COPASI took longer than " + limits.seconds());
        } catch (ExecutionException died) {
            throw new WorkerFailure(WorkerFailure.Kind.DIED, child.epitaph(limits));
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    private String refusal(String reason) {
        String words = reason.isBlank() ? "COPASI gives no reason" : reason;
        return child.memoryRanOut(limits) ? limits.exhausted() + ": " + words : words;
    }

    private JsonNode exchange(String request) throws IOException {
        requests.write(request);
        requests.write('\n');
        requests.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(MARK)) {
                return parsed(line.substring(MARK.length()));
            }
        }
        throw new IOException("The worker's output has ended.");
    }

    private static JsonNode parsed(String line) throws JsonProcessingException {
        return MAPPER.readTree(line);
    }

    /** Whether it can still be asked. */
    boolean alive() {
        // A process that was told to end may live on for a moment.
        return !conversation.isShutdown() && child.alive();
    }

    /** Waits for it to have ended. */
    boolean ended(Duration longest) throws InterruptedException {
        return child.ended(longest);
    }

    @Override
    public void close() {
        child.close();
        conversation.shutdownNow();
    }
}
