package org.kindling.analysis;

import java.nio.file.Path;
import java.util.Arrays;
import org.kindling.generators.Latent;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Population;
import org.kindling.sampling.RandomStreams;
import org.kindling.sbml.SbmlReader;

/** Populations whose spectra are a function of their coordinates that is known. */
final class TestPopulations {

    static final ParameterSpace SPACE = space("test-models/textbook_pathway.xml");

    private TestPopulations() {}

    static ParameterSpace space(String file) {
        KineticModel model = SbmlReader.read(Path.of(file)).kinetics();
        return ParameterSpace.of(ParameterRoles.of(model), ReferenceState.of(model));
    }

    /** Coordinates of sets of the prior. */
    static double[] prior(long seed, int sets) {
        double[] u = new double[sets * SPACE.dimension()];
        Latent.LOGISTIC.draw(RandomStreams.of(seed, 1).stream(0), u, 0, u.length);
        return u;
    }

    /** Sets whose abscissa is the first coordinate, and whose fastest mode is at -100. */
    static Population of(double... coordinates) {
        double[] weights = new double[coordinates.length / SPACE.dimension()];
        Arrays.fill(weights, 1);
        return weighted(weights, coordinates);
    }

    static Population weighted(double[] weights, double... coordinates) {
        double[] abscissae = new double[weights.length];
        for (int set = 0; set < weights.length; set++) {
            abscissae[set] = coordinates[set * SPACE.dimension()];
        }
        double[] fastest = new double[weights.length];
        Arrays.fill(fastest, -100);
        return Population.of(SPACE, coordinates, abscissae, fastest, weights);
    }
}
