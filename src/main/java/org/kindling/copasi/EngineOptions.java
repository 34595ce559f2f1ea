package org.kindling.copasi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where COPASI is looked for. What is not given is taken from the environment.
 *
 * @param bindings the Java bindings: a folder, or the paths of {@code copasi.jar} and the native library, separated as on the
 *     class path; else {@code KINDLING_COPASI}
 * @param program the program CopasiSE; else {@code KINDLING_COPASI_SE}, else {@code CopasiSE} on the {@code PATH}
 * @param interpreter a Python that can import COPASI; else {@code KINDLING_COPASI_PYTHON}, else {@code python3} on the
 *     {@code PATH}
 * @param environment the environment variables
 */
public record EngineOptions(
        Optional<String> bindings,
        Optional<String> program,
        Optional<String> interpreter,
        Map<String, String> environment) {

    /** The variable that names the Java bindings. */
    public static final String BINDINGS_VARIABLE = "KINDLING_COPASI";

    /** The variable that names CopasiSE. */
    public static final String PROGRAM_VARIABLE = "KINDLING_COPASI_SE";

    /** The variable that names a Python. */
    public static final String PYTHON_VARIABLE = "KINDLING_COPASI_PYTHON";

    private static final Set<String> VARIABLES = Set.of(BINDINGS_VARIABLE, PROGRAM_VARIABLE, PYTHON_VARIABLE, "PATH");

    /**
     * Creates options.
     *
     * <p>Of the environment only what matters is kept.
     */
    public EngineOptions {
        environment = environment.entrySet().stream()
                .filter(variable -> VARIABLES.contains(variable.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What the environment says.
     *
     * @return options without any choice by the user
     */
    public static EngineOptions ofEnvironment() {
        return new EngineOptions(Optional.empty(), Optional.empty(), Optional.empty(), System.getenv());
    }

    /** What an option says, else its variable, unless that is blank. */
    Optional<String> chosen(Optional<String> option, String variable) {
        return option.or(() -> Optional.ofNullable(environment.get(variable))).filter(text -> !text.isBlank());
    }
}
