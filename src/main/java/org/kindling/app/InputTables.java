package org.kindling.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.kindling.ensemble.TextTable;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelUnits;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.MeasuredConstant;
import org.kindling.parameters.ParameterRole;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.RoleMapping;
import org.kindling.simulation.Bioreactor;
import org.kindling.simulation.MeasuredCurves;

/** Reads the tables that users give beside a model. Every unknown id is refused by table, row and name. */
final class InputTables {

    private InputTables() {}

    /** A table with its file, for messages. */
    record Source(Path file, TextTable table) {

        int column(String... names) {
            for (String name : names) {
                int index = table.columns().indexOf(name);
                if (index >= 0) {
                    return index;
                }
            }
            return -1;
        }

        int required(String... names) {
            int index = column(names);
            if (index < 0) {
                throw new InputException(
                        file.toString(),
                        "has no column " + String.join(" or ", names),
                        "its columns are " + String.join(", ", table.columns()));
            }
            return index;
        }

        InputException refused(int row, String problem, String remedy) {
            return new InputException(file + ", row " + (row + 2), problem, remedy);
        }

        double number(int row, int column) {
            String text = table.rows().get(row).get(column).strip();
            double value;
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException invalid) {
                throw refused(
                        row,
                        "'" + text + "' is no number",
                        "correct column " + table.columns().get(column));
            }
            if (!Double.isFinite(value)) {
                throw refused(
                        row,
                        text + " is not finite",
                        "correct column " + table.columns().get(column));
            }
            return value;
        }

        String text(int row, int column) {
            return column < 0 ? "" : table.rows().get(row).get(column).strip();
        }

        /** The number of a row in the unit of the model, where the column's name or a column for it names another one. */
        double number(int row, int column, Function<String, Optional<TableUnit>> units) {
            String own = text(row, column("unit"));
            return number(
                    row, column, own.isEmpty() ? afterUnderscore(table.columns().get(column)) : own, units);
        }

        double number(int row, int column, String named, Function<String, Optional<TableUnit>> units) {
            TableUnit unit = named.isEmpty()
                    ? TableUnit.OF_MODEL
                    : units.apply(named)
                            .orElseThrow(() -> refused(
                                    row,
                                    "the unit '" + named + "' cannot be converted to that of the model",
                                    "give numbers in the unit of the model, without naming it"));
            return unit.toModel(number(row, column));
        }

        static String afterUnderscore(String name) {
            return name.substring(name.indexOf('_') < 0 ? name.length() : name.indexOf('_') + 1);
        }
    }

    static Source source(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new Source(file, TextTable.read(in, file.toString()));
        } catch (IOException failure) {
            throw new InputException(file.toString(), "cannot be read: " + failure.getMessage(), "check the path");
        }
    }

    /** Reference concentrations by symbol; species whose symbol is an amount are given by amount. */
    static Map<Symbol, Double> concentrations(Path file, KineticModel model) {
        Source source = source(file);
        int species = source.required("species", "species_id");
        int value = firstStartingWith(source, "concentration");
        Map<Symbol, Double> concentrations = new LinkedHashMap<>();
        for (int row = 0; row < source.table().rows().size(); row++) {
            String id = source.text(row, species);
            if (model.species(id).isEmpty()) {
                throw source.refused(row, "the model has no species " + id, "correct or remove the row");
            }
            double concentration = source.number(row, value, unit -> TableUnit.ofConcentration(unit, model.units()));
            if (concentration < 0) {
                throw source.refused(row, "the concentration of " + id + " is negative", "correct it");
            }
            concentrations.put(new Symbol(id), concentration);
        }
        return concentrations;
    }

    private static int firstStartingWith(Source source, String prefix) {
        List<String> columns = source.table().columns();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).startsWith(prefix)) {
                return column;
            }
        }
        return source.required(prefix);
    }

    /** Fluxes, and displacements where the table has them. */
    record Fluxes(Map<String, Double> flux, Map<String, Double> lnGamma) {}

    static Fluxes fluxes(Path file, KineticModel model) {
        Source source = source(file);
        int reaction = source.required("reaction", "reaction_id");
        int flux = firstStartingWith(source, "flux");
        int displacement = source.column("lnGamma");
        Map<String, Double> fluxes = new LinkedHashMap<>();
        Map<String, Double> lnGamma = new LinkedHashMap<>();
        for (int row = 0; row < source.table().rows().size(); row++) {
            String id = source.text(row, reaction);
            if (model.reaction(id).isEmpty()) {
                throw source.refused(row, "the model has no reaction " + id, "correct or remove the row");
            }
            fluxes.put(id, source.number(row, flux, unit -> TableUnit.ofRate(unit, model.units())));
            if (!source.text(row, displacement).isEmpty()) {
                lnGamma.put(id, source.number(row, displacement));
            }
        }
        return new Fluxes(fluxes, lnGamma);
    }

    /** Measured constants by address. */
    static Map<String, MeasuredConstant> measured(Path file, ParameterRoles roles) {
        Source source = source(file);
        Map<String, MeasuredConstant> constants = new LinkedHashMap<>();
        for (int row = 0; row < source.table().rows().size(); row++) {
            String address = measuredAddress(source, row, roles);
            KineticParameter parameter = roles.parameter(address).orElseThrow();
            MeasuredConstant constant =
                    measuredConstant(source, row, parameter, roles.model().units());
            if (constants.put(address, constant) != null) {
                throw source.refused(row, address + " is given twice", "keep one row");
            }
        }
        return constants;
    }

    private static String measuredAddress(Source source, int row, ParameterRoles roles) {
        String address = source.text(row, source.column("parameter"));
        if (!address.isEmpty()) {
            if (roles.parameter(address).isEmpty()) {
                throw source.refused(row, "the model has no parameter " + address, "correct or remove the row");
            }
            return address;
        }
        String reaction = source.text(row, source.required("reaction"));
        String species = source.text(row, source.required("species"));
        return roles.parameters(ParameterRole.SATURATION).stream()
                .filter(parameter -> parameter.reactions().contains(reaction)
                        && parameter.species().equals(Optional.of(species)))
                .map(KineticParameter::address)
                .findFirst()
                .orElseThrow(() -> source.refused(
                        row,
                        "the law of " + reaction + " has no saturation constant of " + species,
                        "see `kindling info` for those it has"));
    }

    private static MeasuredConstant measuredConstant(
            Source source, int row, KineticParameter parameter, ModelUnits of) {
        int lower = source.column("lower");
        int upper = source.column("upper");
        int mean = source.column("mean");
        int deviation = source.column("sd_log10");
        Function<String, Optional<TableUnit>> units =
                unit -> parameter.parameter().unit().equals(Optional.of(unit))
                        ? Optional.of(TableUnit.OF_MODEL)
                        : TableUnit.ofConcentration(unit, of);
        try {
            if (!source.text(row, mean).isEmpty()
                    && !source.text(row, deviation).isEmpty()) {
                return new MeasuredConstant.Estimate(source.number(row, mean, units), source.number(row, deviation));
            }
            if (!source.text(row, lower).isEmpty() && !source.text(row, upper).isEmpty()) {
                return new MeasuredConstant.Range(
                        new Bounds(source.number(row, lower, units), source.number(row, upper, units)));
            }
        } catch (IllegalArgumentException invalid) {
            throw source.refused(row, String.valueOf(invalid.getMessage()), "correct the row");
        }
        throw source.refused(row, "gives neither a range nor a mean with spread", "fill lower,upper or mean,sd_log10");
    }

    /** Curves measured in a reactor. */
    static MeasuredCurves curves(Path file, Bioreactor reactor, double end) {
        Source source = source(file);
        List<MeasuredCurves.Point> points = new ArrayList<>();
        for (int row = 0; row < source.table().rows().size(); row++) {
            MeasuredCurves.Point point = point(source, row, reactor);
            if (point.time() > end) {
                throw source.refused(
                        row,
                        "the time " + point.time() + " is after the end of the fermentation at " + end,
                        "remove the row, or give the setup a longer duration");
            }
            points.add(point);
        }
        if (points.isEmpty()) {
            throw new InputException(file.toString(), "has no rows", "add what was measured");
        }
        try {
            return MeasuredCurves.of(points);
        } catch (IllegalArgumentException invalid) {
            throw new InputException(file.toString(), String.valueOf(invalid.getMessage()), "give it a column sd");
        }
    }

    private static MeasuredCurves.Point point(Source source, int row, Bioreactor reactor) {
        KineticModel model = reactor.model();
        int time = firstStartingWith(source, "time");
        int value = firstStartingWith(source, "value");
        int deviation = source.column("sd");
        String id = source.text(row, source.required("quantity"));
        Symbol quantity = BioreactorFile.quantity(model, id)
                .orElseThrow(() -> source.refused(row, "the model has no quantity " + id, "correct or remove the row"));
        Function<String, Optional<TableUnit>> units = unit -> quantity.equals(reactor.biomass())
                ? TableUnit.ofBiomass(unit)
                : model.species(id).flatMap(species -> TableUnit.ofConcentration(unit, model.units()));
        String unit = source.text(row, source.column("unit"));
        String named =
                unit.isEmpty() ? Source.afterUnderscore(source.table().columns().get(value)) : unit;
        String timeUnit = Source.afterUnderscore(source.table().columns().get(time));
        try {
            return new MeasuredCurves.Point(
                    quantity,
                    source.number(row, time, timeUnit, name -> TableUnit.ofTime(name, model.units())),
                    source.number(row, value, named, units),
                    source.text(row, deviation).isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(source.number(row, deviation, named, units)));
        } catch (IllegalArgumentException invalid) {
            throw source.refused(row, String.valueOf(invalid.getMessage()), "correct the row");
        }
    }

    /** Roles by address, from YAML. */
    static Map<String, RoleMapping> roles(Path file) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(file.toFile());
        } catch (JsonProcessingException invalid) {
            throw new InputException(
                    file + ", line " + invalid.getLocation().getLineNr(),
                    "is no YAML",
                    "write lines `parameter: {role: saturation, species: ID}`");
        } catch (IOException failure) {
            throw new InputException(file.toString(), "cannot be read: " + failure.getMessage(), "check the path");
        }
        if (!root.isObject()) {
            throw new InputException(
                    file.toString(), "is no mapping", "write lines `parameter: {role: saturation, species: ID}`");
        }
        Map<String, RoleMapping> roles = new LinkedHashMap<>();
        root.properties().forEach(entry -> roles.put(entry.getKey(), role(file, entry.getKey(), entry.getValue())));
        return roles;
    }

    private static RoleMapping role(Path file, String address, JsonNode node) {
        String wanted = node.isObject() ? node.path("role").asText() : node.asText();
        for (ParameterRole role : ParameterRole.values()) {
            if (role.label().equals(wanted)) {
                String species = node.path("species").asText("");
                return new RoleMapping(role, species.isEmpty() ? Optional.empty() : Optional.of(species));
            }
        }
        throw new InputException(
                file + ", " + address,
                "'" + wanted + "' is no role",
                "use scale, saturation, equilibrium, free or fixed");
    }
}
