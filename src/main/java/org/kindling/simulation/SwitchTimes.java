package org.kindling.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;

/**
 * When the comparisons that depend on the time alone turn. These times are known before the simulation, so that no pulse is so
 * short that a step passes over it.
 */
final class SwitchTimes {

    /** An argument that is no linear function of the time is looked at in this many places; shorter pulses may be missed. */
    private static final int PLACES = 2_000;

    private final List<Integer> timed = new ArrayList<>();
    private final List<Integer> others = new ArrayList<>();

    SwitchTimes(CompiledEquations compiled) {
        Set<Symbol> varying = new HashSet<>();
        compiled.equations().states().forEach(state -> varying.add(state.symbol()));
        compiled.switches().forEach(one -> varying.add(one.symbol()));
        for (int index = 0; index < compiled.switches().size(); index++) {
            Switches.Switch one = compiled.switches().get(index);
            boolean byTime = one.comparison()
                    && Expressions.symbols(one.argument()).stream().noneMatch(varying::contains);
            (byTime ? timed : others).add(index);
        }
    }

    /** The switches whose times are not known. */
    List<Integer> others() {
        return others;
    }

    /** The times between 0 and the end at which a timed comparison turns, in order. */
    List<Double> between(RateSystem system, double end) {
        Set<Double> times = new TreeSet<>();
        for (int index : timed) {
            double first = argument(system, index, 0);
            double last = argument(system, index, end);
            double middle = argument(system, index, end / 2);
            double bend = Math.abs(middle - (first + last) / 2);
            if (bend <= 1e-13 * Math.max(Math.abs(first), Math.abs(last))) {
                add(times, end * (first / (first - last)), end);
            } else {
                search(system, index, end, times);
            }
        }
        return List.copyOf(times);
    }

    private static void add(Set<Double> times, double time, double end) {
        if (time > 0 && time < end) {
            times.add(time);
        }
    }

    private static double argument(RateSystem system, int index, double time) {
        return system.argument(index, time, system.start());
    }

    private static void search(RateSystem system, int index, double end, Set<Double> times) {
        double left = 0;
        for (int place = 1; place <= PLACES; place++) {
            double right = end * place / PLACES;
            if (argument(system, index, left) * argument(system, index, right) <= 0) {
                add(times, bisected(system, index, left, right), end);
            }
            left = right;
        }
    }

    private static double bisected(RateSystem system, int index, double from, double to) {
        double left = from;
        double right = to;
        boolean before = argument(system, index, left) < 0;
        while (Math.nextUp(left) < right) {
            double middle = left + (right - left) / 2;
            if (argument(system, index, middle) < 0 == before) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return right;
    }
}
