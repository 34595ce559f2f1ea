package org.kindling.copasi;

import java.util.Optional;

/**
 * What COPASI answers, or why it does not.
 *
 * @param value the answer; empty where there is none
 * @param failure why there is none; empty where there is one
 * @param <T> the kind of answer
 */
public record Answer<T>(Optional<T> value, String failure) {

    static <T> Answer<T> of(T value) {
        return new Answer<>(Optional.of(value), "");
    }

    static <T> Answer<T> failed(String reason) {
        return new Answer<>(Optional.empty(), reason);
    }
}
