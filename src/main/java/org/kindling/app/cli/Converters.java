package org.kindling.app.cli;

import org.kindling.app.TimeSpan;
import org.kindling.ensemble.MemberSelection;
import org.kindling.simulation.PerturbationFactors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
final class Converters {

    private Converters() {}

    /** Reads durations. */
    static final class Duration implements ITypeConverter<TimeSpan> {

        @Override
        public TimeSpan convert(String text) {
            try {
                return TimeSpan.parse(text);
            } catch (IllegalArgumentException invalid) {
                throw new TypeConversionException(invalid.getMessage());
            }
        }
    }

    /** Reads limits of factors. */
    static final class Factors implements ITypeConverter<PerturbationFactors> {

        @Override
        public PerturbationFactors convert(String text) {
            String[] limits = text.split(":", -1);
            try {
                if (limits.length == 2) {
                    return new PerturbationFactors(Double.parseDouble(limits[0]), Double.parseDouble(limits[1]));
                }
            } catch (IllegalArgumentException invalid) {
                // The message below says what is expected.
            }
            throw new TypeConversionException("'" + text
                    + "' is no range of factors; write two numbers from 0 on in rising order, such as 0.5:2");
        }
    }

    /** Reads selections of members. */
    static final class Selection implements ITypeConverter<MemberSelection> {

        @Override
        public MemberSelection convert(String text) {
            try {
                return MemberSelection.parse(text);
            } catch (IllegalArgumentException invalid) {
                throw new TypeConversionException(invalid.getMessage());
            }
        }
    }

    /** Reads selections of members; a plain number means so many from the top. */
    static final class Members implements ITypeConverter<MemberSelection> {

        @Override
        public MemberSelection convert(String text) {
            return new Selection().convert(text.matches("[0-9]+") ? "top:" + text : text);
        }
    }

    static long atLeastOne(CommandSpec spec, String option, long value) {
        return atLeast(1, spec, option, value);
    }

    static long atLeast(long least, CommandSpec spec, String option, long value) {
        if (value < least) {
            throw new ParameterException(spec.commandLine(), option + " must be at least " + least + ", not " + value);
        }
        return value;
    }
}
