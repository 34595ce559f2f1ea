package org.kindling.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** The answers of commands as JSON, the same for the command line and for hosts. */
public final class JsonText {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private JsonText() {}

    /**
     * Writes an answer.
     *
     * @param answer a map or a record
     * @return one JSON object, on several lines
     */
    public static String of(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("An answer has no JSON form.", failure);
        }
    }
}
