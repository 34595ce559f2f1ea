package org.kindling.copasi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads a stream of a child process to its end, so that the child never waits, and keeps the last of it. */
final class StreamTail {

    private static final int KEPT = 4096;

    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    private StreamTail(InputStream stream) {
        this.reader = new Thread(() -> read(stream), "kindling-copasi-messages");
        reader.setDaemon(true);
    }

    static StreamTail of(InputStream stream) {
        StreamTail tail = new StreamTail(stream);
        tail.reader.start();
        return tail;
    }

    private void read(InputStream stream) {
        char[] buffer = new char[1024];
        try (Reader characters = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int read = characters.read(buffer); read >= 0; read = characters.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException ended) {
            // The child was ended while it was read; what it said stays.
            keep(new char[0], 0);
        }
    }

    private synchronized void keep(char[] buffer, int read) {
        text.append(buffer, 0, read);
        text.delete(0, Math.max(0, text.length() - KEPT));
    }

    private synchronized String kept() {
        return text.toString().strip();
    }

    /** What was read by now, or, if the stream ends within a time, all of it. */
    String text(Duration patience) {
        try {
            reader.join(Math.max(1, patience.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return kept();
    }
}
