package org.kindling.sbml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of SBML core with their attributes and children, Levels 2 and 3 together: an attribute that some version
 * knows is not worth refusing a published model for.
 *
 * @see <a href="https://doi.org/10.1515/jib-2019-0021">SBML Level 3 Version 2 Core</a>
 * @see <a href="https://doi.org/10.2390/biecoll-jib-2015-271">SBML Level 2 Version 5</a>
 */
final class Vocabulary {

    /** Attributes that every element may carry. */
    private static final String UNIVERSAL = "metaid:text sboTerm:sbo id:id name:text";

    /**
     * One element a line: name | attributes | children. After an attribute's kind, {@code !} says that it must be
     * there, {@code !3} from Level 3 on, {@code !3.1} in Level 3 Version 1 alone; after a child {@code *} says that
     * there may be many.
     */
    private static final String TABLE = """
            sbml | level:integer! version:integer! | model*
            model | substanceUnits:id timeUnits:id volumeUnits:id areaUnits:id lengthUnits:id extentUnits:id \
            conversionFactor:id | listOfFunctionDefinitions listOfUnitDefinitions listOfCompartmentTypes \
            listOfSpeciesTypes listOfCompartments listOfSpecies listOfParameters listOfInitialAssignments listOfRules \
            listOfConstraints listOfReactions listOfEvents
            listOfFunctionDefinitions | | functionDefinition*
            listOfUnitDefinitions | | unitDefinition*
            listOfCompartmentTypes | | compartmentType*
            listOfSpeciesTypes | | speciesType*
            listOfCompartments | | compartment*
            listOfSpecies | | species*
            listOfParameters | | parameter*
            listOfLocalParameters | | localParameter*
            listOfInitialAssignments | | initialAssignment*
            listOfRules | | algebraicRule* assignmentRule* rateRule*
            listOfConstraints | | constraint*
            listOfReactions | | reaction*
            listOfEvents | | event*
            listOfReactants | | speciesReference*
            listOfProducts | | speciesReference*
            listOfModifiers | | modifierSpeciesReference*
            listOfUnits | | unit*
            listOfEventAssignments | | eventAssignment*
            functionDefinition | id:id! | math
            unitDefinition | id:id! | listOfUnits
            unit | kind:id! exponent:number!3 scale:integer!3 multiplier:number!3 offset:number |
            compartmentType | id:id! |
            speciesType | id:id! |
            compartment | id:id! compartmentType:id spatialDimensions:number size:value units:id outside:id \
            constant:boolean!3 |
            species | id:id! speciesType:id compartment:id! initialAmount:value initialConcentration:value \
            substanceUnits:id spatialSizeUnits:id hasOnlySubstanceUnits:boolean!3 boundaryCondition:boolean!3 \
            charge:integer constant:boolean!3 conversionFactor:id |
            parameter | id:id! value:value units:id constant:boolean!3 |
            localParameter | id:id! value:value units:id |
            initialAssignment | symbol:id! | math
            algebraicRule | | math
            assignmentRule | variable:id! | math
            rateRule | variable:id! | math
            constraint | | math message
            reaction | id:id! reversible:boolean!3 fast:boolean!3.1 compartment:id | listOfReactants listOfProducts \
            listOfModifiers kineticLaw
            speciesReference | species:id! stoichiometry:value constant:boolean!3 | stoichiometryMath
            modifierSpeciesReference | species:id! |
            stoichiometryMath | | math
            kineticLaw | timeUnits:id substanceUnits:id | math listOfParameters listOfLocalParameters
            event | useValuesFromTriggerTime:boolean timeUnits:id | trigger priority delay listOfEventAssignments
            trigger | initialValue:boolean persistent:boolean | math
            priority | | math
            delay | | math
            eventAssignment | variable:id! | math
            """;

    private static final Map<String, Entry> ENTRIES = entries();

    private Vocabulary() {}

    /** Returns the description of an element of the core, if it is one. */
    static Optional<Entry> entry(String element) {
        return Optional.ofNullable(ENTRIES.get(element));
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> entries = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] columns = line.split("\\|", -1);
            entries.put(columns[0].strip(), entry(columns[1], columns[2]));
        });
        return Map.copyOf(entries);
    }

    private static Entry entry(String attributes, String children) {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String word : (UNIVERSAL + " " + attributes).strip().split("\\s+")) {
            String[] parts = word.split("[:!]", -1);
            String need = word.contains("!") ? word.substring(word.indexOf('!') + 1) : "never";
            terms.put(parts[0], new Term(Kind.of(parts[1]), need));
        }
        Set<String> single = new HashSet<>(Set.of("notes", "annotation"));
        Set<String> repeated = new HashSet<>();
        for (String child : children.strip().split("\\s+")) {
            if (child.endsWith("*")) {
                repeated.add(child.substring(0, child.length() - 1));
            } else {
                single.add(child);
            }
        }
        return new Entry(Map.copyOf(terms), Set.copyOf(single), Set.copyOf(repeated));
    }

    /**
     * What an element may have.
     *
     * @param attributes its attributes by name
     * @param single children that occur once at most
     * @param repeated children that occur any number of times
     */
    record Entry(Map<String, Term> attributes, Set<String> single, Set<String> repeated) {}

    /**
     * An attribute.
     *
     * @param kind how its value is spelt
     * @param need where it must be there: {@code never}, empty for everywhere, a level, or a level and version
     */
    record Term(Kind kind, String need) {

        boolean isNeededIn(SbmlRelease release) {
            return switch (need) {
                case "" -> true;
                case "3" -> release.level() == 3;
                case "3.1" -> release.level() == 3 && release.version() == 1;
                default -> false;
            };
        }
    }

    /** How the value of an attribute is spelt. */
    enum Kind {
        TEXT,
        ID,
        SBO,
        INTEGER,
        BOOLEAN,
        NUMBER,
        /** A number that need not be finite where something assigns it later, as COPASI writes such values. */
        VALUE;

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Returns what is wrong with a value of this kind. */
        Optional<String> fault(String value) {
            return switch (this) {
                case TEXT -> Optional.empty();
                case ID -> Lexicon.faultOfId(value);
                case SBO -> Lexicon.faultOfSboTerm(value);
                case INTEGER -> Lexicon.faultOfInteger(value);
                case BOOLEAN -> Lexicon.faultOfBoolean(value);
                case NUMBER -> Lexicon.faultOfNumber(value);
                case VALUE -> Lexicon.isNotFinite(value) ? Optional.empty() : Lexicon.faultOfNumber(value);
            };
        }
    }
}
