package org.kindling.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kindling.dynamics.ControlMatrix;

/** How each of the control coefficients of an ensemble spreads, shape [responses, processes]. Immutable. */
public final class ControlSpread {

    private final List<String> responses;
    private final List<String> processes;
    private final List<CoefficientSpread> spreads;

    private ControlSpread(List<String> responses, List<String> processes, List<CoefficientSpread> spreads) {
        this.responses = List.copyOf(responses);
        this.processes = List.copyOf(processes);
        this.spreads = List.copyOf(spreads);
    }

    /**
     * The spread over the members.
     *
     * @param members the coefficients of each member, all with the same axes, at least one
     * @return the spread
     * @throws IllegalArgumentException if there is no member
     */
    public static ControlSpread of(List<ControlMatrix> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A spread needs at least one member.");
        }
        ControlMatrix first = members.get(0);
        List<CoefficientSpread> spreads = new ArrayList<>();
        for (int response = 0; response < first.responses().size(); response++) {
            for (int process = 0; process < first.processes().size(); process++) {
                int row = response;
                int column = process;
                spreads.add(CoefficientSpread.of(members.stream()
                        .mapToDouble(member -> member.value(row, column))
                        .toArray()));
            }
        }
        return new ControlSpread(first.responses(), first.processes(), spreads);
    }

    /**
     * What responds.
     *
     * @return the ids of the rows
     */
    public List<String> responses() {
        return responses;
    }

    /**
     * What controls.
     *
     * @return the ids of the columns
     */
    public List<String> processes() {
        return processes;
    }

    /**
     * The spread of one coefficient.
     *
     * @param response the row
     * @param process the column
     * @return its spread
     */
    public CoefficientSpread at(int response, int process) {
        return spreads.get(response * processes.size() + process);
    }

    /**
     * The processes by their control of one response.
     *
     * @param response the row
     * @return the columns, that with the largest median in magnitude first
     */
    public List<Integer> controllersOf(int response) {
        return strongestFirst(process -> Math.abs(at(response, process).median()));
    }

    /**
     * The processes by their control of everything.
     *
     * @return the columns, that with the largest {@link #strength} first
     */
    public List<Integer> controllers() {
        return strongestFirst(this::strength);
    }

    /**
     * How strong a process' control is over all responses. Each counts up to 1, so that a tiny flux beside large ones, whose
     * coefficients reach hundreds, does not decide alone.
     *
     * @param process the column
     * @return the mean magnitude of the medians, from 0 to 1
     */
    public double strength(int process) {
        return IntStream.range(0, responses.size())
                .mapToDouble(
                        response -> Math.min(1, Math.abs(at(response, process).median())))
                .average()
                .orElse(0);
    }

    private List<Integer> strongestFirst(IntToDoubleFunction strength) {
        return IntStream.range(0, processes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(process -> -strength.applyAsDouble(process)))
                .toList();
    }
}
