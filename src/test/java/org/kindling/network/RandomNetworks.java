package org.kindling.network;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Random networks that are steady with positive concentrations: closed cycles, which conserve moieties, branches from and to
 * boundary species, and two compartments of different volume.
 */
public final class RandomNetworks {

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();
    private final int species;

    private RandomNetworks(long seed) {
        random = new SplittableRandom(seed);
        species = 4 + random.nextInt(6);
    }

    /**
     * A model whose laws are reversible Michaelis-Menten forms with positive flux at the given concentrations. It is not
     * steady; a flux for each reaction that makes it so need not exist.
     */
    public static KineticModel model(long seed) {
        return new RandomNetworks(seed).build();
    }

    private KineticModel build() {
        text.append("compartment cell = 1.5\ncompartment medium = 40\n");
        for (int index = 0; index < species; index++) {
            line("species X%d in %s = %s", index, index % 3 == 2 ? "medium" : "cell", number(0.05, 20));
        }
        line("boundary S in medium = %s", number(1, 10));
        int reactions = 3 + random.nextInt(2 * species);
        for (int index = 0; index < reactions; index++) {
            reaction(index);
        }
        return ModelSketch.model(text.toString());
    }

    private void reaction(int index) {
        String from = any();
        String to = any();
        String side = any();
        String made = any();
        line("parameter V%d = %s", index, number(0.1, 10));
        line("parameter Ks%d = %s", index, number(0.1, 10));
        line("parameter Kp%d = %s", index, number(0.1, 10));
        line("parameter Keq%d = %s", index, number(200, 5000));
        String law = random.nextInt(3) == 0
                ? "V%1$d*%2$s*%3$s/(Ks%1$d + %2$s)"
                : "V%1$d/Ks%1$d*(%2$s - %4$s/Keq%1$d)/(1 + %2$s/Ks%1$d + %4$s/Kp%1$d)";
        int coefficient = 1 + random.nextInt(2);
        line(
                "reaction R%d: %s + %s -> %d %s + %s; " + law.formatted(index, from, side, to),
                index,
                from,
                side,
                coefficient,
                to,
                random.nextBoolean() ? made : side);
    }

    private String any() {
        int index = random.nextInt(species + 1);
        return index == species ? "S" : "X" + index;
    }

    private String number(double lower, double upper) {
        return Double.toString(Math.exp(random.nextDouble(Math.log(lower), Math.log(upper))));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
