package org.kindling.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.kindling.dynamics.Criterion;

/**
 * The distributions of the slowest and the fastest mode and of the slowest time constant. Immutable.
 *
 * <p>A figure that would have nothing to show is absent.
 */
public final class SpectrumPlots {

    private static final String LIMIT = "limit";

    private final ScreenedSpectra spectra;
    private final Criterion criterion;
    private final String timeUnit;

    private SpectrumPlots(ScreenedSpectra spectra, Criterion criterion, String timeUnit) {
        this.spectra = spectra;
        this.criterion = criterion;
        this.timeUnit = timeUnit;
    }

    /**
     * The plots of a run.
     *
     * @param spectra the spectra of all sets drawn
     * @param criterion the criterion, whose bounds are marked
     * @param timeUnit the model's unit of time
     * @return the plots
     */
    public static SpectrumPlots of(ScreenedSpectra spectra, Criterion criterion, String timeUnit) {
        return new SpectrumPlots(spectra, criterion, timeUnit);
    }

    /**
     * The spectral abscissa of all sets on a symmetric logarithmic axis.
     *
     * @return the figure
     */
    public Optional<Figure> slowestModes() {
        Map<Group, double[]> values = groups(spectra::slowest);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        SymmetricLogarithmicScale scale = SymmetricLogarithmicScale.of(joined(values));
        List<HistogramPlot.Marker> markers = new ArrayList<>();
        for (double bound : new double[] {criterion.lowestAbscissa(), criterion.highestAbscissa()}) {
            if (Double.isFinite(bound) && bound != 0) {
                markers.add(
                        new HistogramPlot.Marker(bound, "limit " + NumberText.of(bound) + " per " + timeUnit, LIMIT));
            }
        }
        markers.add(new HistogramPlot.Marker(0, "stable below 0", "zero"));
        String caption =
                "Spectral abscissa, the real part of the slowest mode. Left of 0 a disturbance dies out, faster "
                        + "the further left. The axis is logarithmic on both sides and nearly linear within ±"
                        + NumberText.of(scale.unit()) + ".";
        long missing = spectra.withoutSpectrum();
        if (missing > 0) {
            caption += " Sets without a spectrum, not shown: " + NumberText.ofCount(missing) + ".";
        }
        return Optional.of(figure(
                new HistogramPlot(
                        histogram(scale, values, markers),
                        new Drawing.Quantity("spectral abscissa λ", "max", ", per " + timeUnit),
                        markers),
                "Slowest mode",
                caption));
    }

    /**
     * The slowest time constant of the stable sets on a logarithmic axis.
     *
     * @return the figure
     */
    public Optional<Figure> timeConstants() {
        Map<Group, double[]> values = positive(spectra::slowest, value -> -1 / value);
        values.remove(Group.UNSTABLE);
        List<HistogramPlot.Marker> markers = new ArrayList<>();
        for (double bound : new double[] {criterion.lowestAbscissa(), criterion.highestAbscissa()}) {
            if (Double.isFinite(bound) && bound < 0) {
                markers.add(new HistogramPlot.Marker(
                        -1 / bound, "limit " + NumberText.of(-1 / bound) + " " + timeUnit, LIMIT));
            }
        }
        return figure(
                values,
                markers,
                new Drawing.Quantity("time constant τ = −1 / λ", "max", ", " + timeUnit),
                "Slowest time constant of the stable sets",
                "The time in which the slowest disturbance of a stable reference state falls to 37 %.");
    }

    /**
     * The fastest mode of all sets, by size, on a logarithmic axis.
     *
     * @return the figure
     */
    public Optional<Figure> fastestModes() {
        List<HistogramPlot.Marker> markers = new ArrayList<>();
        double bound = criterion.lowestReal();
        if (Double.isFinite(bound) && bound < 0) {
            markers.add(new HistogramPlot.Marker(-bound, "limit " + NumberText.of(bound) + " per " + timeUnit, LIMIT));
        }
        return figure(
                positive(spectra::fastest, value -> -value),
                markers,
                new Drawing.Quantity("fastest mode −λ", "min", ", per " + timeUnit),
                "Fastest mode",
                "How far the spectrum reaches to the left. Its distance from the slowest mode is the stiffness that an "
                        + "integrator meets.");
    }

    private static Optional<Figure> figure(
            Map<Group, double[]> values,
            List<HistogramPlot.Marker> markers,
            Drawing.Quantity quantity,
            String title,
            String caption) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        StackedHistogram histogram = histogram(new LogarithmicScale(), values, markers);
        return Optional.of(figure(new HistogramPlot(histogram, quantity, markers), title, caption));
    }

    private static Figure figure(HistogramPlot plot, String title, String caption) {
        List<LegendEntry> legend = new ArrayList<>();
        for (Group group : Group.values()) {
            long total = plot.histogram().total(group);
            if (total > 0) {
                legend.add(new LegendEntry(group.style(), group.label() + " (" + NumberText.ofCount(total) + ")"));
            }
        }
        List<String> shown = legend.stream().map(LegendEntry::label).toList();
        String description = title + ". Histogram of the " + plot.quantity() + ": " + String.join("; ", shown) + ".";
        return new Figure(title, caption, legend, plot.svg(description));
    }

    private static StackedHistogram histogram(
            Scale scale, Map<Group, double[]> values, List<HistogramPlot.Marker> markers) {
        double[] marked =
                markers.stream().mapToDouble(HistogramPlot.Marker::value).toArray();
        return StackedHistogram.of(scale, values, marked);
    }

    private static Map<Group, double[]> positive(Function<Group, double[]> values, DoubleUnaryOperator shown) {
        return groups(group -> Arrays.stream(values.apply(group))
                .map(shown)
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray());
    }

    /** The values of each group that has some. */
    private static Map<Group, double[]> groups(Function<Group, double[]> values) {
        Map<Group, double[]> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            double[] members = values.apply(group);
            if (members.length > 0) {
                groups.put(group, members);
            }
        }
        return groups;
    }

    private static double[] joined(Map<Group, double[]> values) {
        return values.values().stream().flatMapToDouble(DoubleStream::of).toArray();
    }
}
