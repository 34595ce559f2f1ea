package org.kindling.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Options from a YAML file, which stand in for those that the command line leaves out. */
final class ConfigurationFile implements IDefaultValueProvider {

    private static final String OPTION = "--config";

    private final JsonNode options;

    private ConfigurationFile(JsonNode options) {
        this.options = options;
    }

    /** Gives a command line the defaults of the file that its arguments name, if they name one. */
    static void applyTo(CommandLine line, String... arguments) {
        for (int k = 0; k < arguments.length; k++) {
            if (arguments[k].startsWith(OPTION + "=")) {
                line.setDefaultValueProvider(
                        new ConfigurationFile(read(line, arguments[k].substring(OPTION.length() + 1))));
            } else if (arguments[k].equals(OPTION) && k + 1 < arguments.length) {
                line.setDefaultValueProvider(new ConfigurationFile(read(line, arguments[k + 1])));
            }
        }
    }

    private static JsonNode read(CommandLine line, String file) {
        try {
            JsonNode options = new YAMLMapper().readTree(new File(file));
            if (!options.isObject()) {
                throw new ParameterException(line, file + " holds no options; write lines `name: value`");
            }
            refuseUnknown(line, file, options);
            return options;
        } catch (JsonProcessingException invalid) {
            int row = invalid.getLocation().getLineNr();
            throw new ParameterException(line, file + ", line " + row + " is no YAML; write lines `name: value`");
        } catch (IOException failure) {
            throw new ParameterException(line, file + " cannot be read: " + failure.getMessage());
        }
    }

    /** One file may serve several commands, so an option is known if one of them has it. */
    private static void refuseUnknown(CommandLine line, String file, JsonNode options) {
        Set<String> known = options(line).map(ConfigurationFile::name).collect(Collectors.toSet());
        options.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new ParameterException(line, file + ": there is no option --" + name);
            }
        });
    }

    /** The options of all commands below a command. */
    private static Stream<OptionSpec> options(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(command.getCommandSpec().options().stream(), options(command)));
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        JsonNode value = options.path(name(option));
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(",", parts);
    }
}
