package org.kindling.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kindling.generators.rekindle.AdversarialMethod;

/** A way of training a generator, as the user chose it. */
public sealed interface TrainerChoice {

    /**
     * The way of training.
     *
     * @return the word by which the command names it
     */
    String method();

    /**
     * What its progress is counted in.
     *
     * @return a noun in the plural
     */
    default String unit() {
        return "Jacobians";
    }

    /**
     * Every choice that decides the outcome.
     *
     * @return the value by the name of the option
     */
    Map<String, Object> configuration();

    /**
     * The tables that are read besides the model.
     *
     * @return their files
     */
    List<Path> inputs();

    /** What a generator is trained for. */
    enum Mode {
        /** That as many of its sets as possible are valid; it narrows. */
        SHARP,
        /** That its sets are those of the prior that are valid, with weights. */
        FAITHFUL;

        /**
         * The word for it.
         *
         * @return the name in lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What kind of generator is trained. */
    enum Architecture {
        /** Each parameter from a logistic distribution of its own. */
        LOGISTIC,
        /** A normalising flow, whose parameters depend on each other. */
        FLOW;

        /**
         * The word for it.
         *
         * @return the name in lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Training by the exact gradient of the spectrum.
     *
     * @param mode what the generator is trained for
     * @param architecture what kind of generator
     * @param temperature the weight of the prior beside the criterion; empty for the default
     * @param entropy the weight of the generator's entropy beside the prior; empty for the default
     * @param width the width of the transition at the threshold, relative to it; empty for the default
     * @param until the incidence at which training may stop early; empty to spend all Jacobians
     * @param states tables of reference states that the generator is to serve; empty for that of the model
     * @param variations how many made-up states between and beyond those of the tables it is trained at besides; empty for the
     *     default
     */
    record Spectral(
            Mode mode,
            Architecture architecture,
            OptionalDouble temperature,
            OptionalDouble entropy,
            OptionalDouble width,
            OptionalDouble until,
            List<Path> states,
            OptionalInt variations)
            implements TrainerChoice {

        /** How many made-up states there are unless the user says otherwise; docs/benchmarks.md chose it. */
        public static final int VARIATIONS = 4_000;

        /** Copies the list. */
        public Spectral {
            states = List.copyOf(states);
        }

        @Override
        public String method() {
            return "spectral";
        }

        @Override
        public Map<String, Object> configuration() {
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("mode", mode.word());
            configuration.put("family", architecture.word());
            temperature.ifPresent(value -> configuration.put("temperature", value));
            entropy.ifPresent(value -> configuration.put("entropy", value));
            width.ifPresent(value -> configuration.put("width", value));
            until.ifPresent(value -> configuration.put("until", value));
            if (!states.isEmpty()) {
                configuration.put(
                        "amortise",
                        states.stream()
                                .map(file -> String.valueOf(file.getFileName()))
                                .toList());
                configuration.put("variations", variations.orElse(VARIATIONS));
            }
            return configuration;
        }

        @Override
        public List<Path> inputs() {
            return states;
        }
    }

    /**
     * Training by evolution strategies, without gradients.
     *
     * @param asPublished whether as RENAISSANCE did it, or with what makes such strategies work
     * @param until the incidence at which training may stop early; empty to spend all Jacobians
     */
    record Renaissance(boolean asPublished, OptionalDouble until) implements TrainerChoice {

        @Override
        public String method() {
            return "renaissance";
        }

        @Override
        public Map<String, Object> configuration() {
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("asPublished", asPublished);
            until.ifPresent(value -> configuration.put("until", value));
            return configuration;
        }

        @Override
        public List<Path> inputs() {
            return List.of();
        }
    }

    /**
     * Training against a discriminator, on a labelled population.
     *
     * @param epochs how many times the population is gone through
     * @param batch how many of its sets belong to one step
     * @param how as published, or with what makes it work
     * @param judged how many sets of the generator judge it at each checkpoint
     */
    record Rekindle(int epochs, int batch, AdversarialMethod how, int judged) implements TrainerChoice {

        @Override
        public String method() {
            return "rekindle";
        }

        @Override
        public String unit() {
            return "epochs";
        }

        @Override
        public Map<String, Object> configuration() {
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("epochs", epochs);
            configuration.put("batch", batch);
            configuration.put("how", how.word());
            configuration.put("judged", judged);
            return configuration;
        }

        @Override
        public List<Path> inputs() {
            return List.of();
        }
    }

    /**
     * Some more training of a generator at one state.
     *
     * @param generator the generator's file
     * @param temperature the weight of the prior beside the criterion; empty for the default
     */
    record Adaptation(Path generator, OptionalDouble temperature) implements TrainerChoice {

        @Override
        public String method() {
            return "adapt";
        }

        @Override
        public Map<String, Object> configuration() {
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("generator", String.valueOf(generator.getFileName()));
            temperature.ifPresent(value -> configuration.put("temperature", value));
            return configuration;
        }

        @Override
        public List<Path> inputs() {
            return List.of();
        }
    }
}
