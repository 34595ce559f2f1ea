package org.kindling.copasi.worker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One model that COPASI imported, in a data model of its own. */
final class ImportedModel {

    private final CopasiClasses copasi;
    private final Foreign data;
    private final Foreign model;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Set<String> changed = Set.of();

    /**
     * What a request may set.
     *
     * @param item the compartment, global quantity or species
     * @param setter the method that sets its initial value, for a species its concentration
     * @param reference what COPASI is told has changed
     * @param original its value in the model
     */
    private record Entry(Foreign item, String setter, Foreign reference, double original) {}

    private ImportedModel(CopasiClasses copasi, Foreign data) throws CopasiError {
        this.copasi = copasi;
        this.data = data;
        this.model = data.call("getModel");
        enter("getNumCompartments", "getCompartment", "InitialValue");
        enter("getNumModelValues", "getModelValue", "InitialValue");
        enter("getNumMetabs", "getMetabolite", "InitialConcentration");
    }

    static ImportedModel of(CopasiClasses copasi, String sbml) throws CopasiError, Refusal {
        Foreign data = copasi.call("CRootContainer", "addDatamodel");
        copasi.call("CCopasiMessage", "clearDeque");
        if (!data.call("importSBMLFromString", sbml).yes()) {
            throw new Refusal(messages(copasi));
        }
        return new ImportedModel(copasi, data);
    }

    /** COPASI's messages since they were asked for last. */
    static String messages(CopasiClasses copasi) throws CopasiError {
        return copasi.call("CCopasiMessage", "getAllMessageText", true).text().strip();
    }

    private void enter(String count, String getter, String quantity) throws CopasiError {
        long size = model.call(count).count();
        for (long index = 0; index < size; index++) {
            Foreign item = model.call(getter, index);
            entries.put(
                    item.call("getSBMLId").text(),
                    new Entry(
                            item,
                            "set" + quantity,
                            item.call("get" + quantity + "Reference"),
                            item.call("get" + quantity).number()));
        }
    }

    Set<String> ids() {
        return entries.keySet();
    }

    Foreign data() {
        return data;
    }

    Foreign model() {
        return model;
    }

    /** Sets some values; those that an earlier request set take their original ones again. */
    void set(Map<String, Double> values) throws CopasiError, Refusal {
        List<String> unknown =
                values.keySet().stream().filter(id -> !entries.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal("COPASI's model has no quantity " + unknown.get(0));
        }
        Set<String> touched = new HashSet<>(changed);
        touched.addAll(values.keySet());
        Foreign references = copasi.create("ObjectStdVector");
        for (Map.Entry<String, Entry> named : entries.entrySet()) {
            if (touched.contains(named.getKey())) {
                Entry entry = named.getValue();
                entry.item().call(entry.setter(), values.getOrDefault(named.getKey(), entry.original()));
                references.call("add", entry.reference());
            }
        }
        changed = Set.copyOf(values.keySet());
        // Without this the next run silently takes the old values.
        model.call("updateInitialValues", references, false);
        references.call("delete");
    }

    /** The concentrations of all species now, by id. */
    Map<String, Double> concentrations() throws CopasiError {
        Map<String, Double> concentrations = new HashMap<>();
        long size = model.call("getNumMetabs").count();
        for (long index = 0; index < size; index++) {
            Foreign species = model.call("getMetabolite", index);
            concentrations.put(
                    species.call("getSBMLId").text(),
                    species.call("getConcentration").number());
        }
        return concentrations;
    }

    /** Frees the model; nothing of it may be touched afterwards, or the process crashes. */
    void remove() throws CopasiError {
        entries.clear();
        copasi.call("CRootContainer", "removeDatamodel", data);
    }
}
