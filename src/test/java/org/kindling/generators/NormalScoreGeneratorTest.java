package org.kindling.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindling.numerics.MultivariateNormal;
import org.kindling.numerics.NormalScore;

class NormalScoreGeneratorTest {

    private final NormalScoreGenerator generator = NormalScoreGenerator.of(MultivariateNormal.ofCovariance(
            new double[] {0.5, -1}, new double[][] {{0.6, 0.2}, {0.2, 1.5}}));

    @Test
    void standardScoresAreThePrior() {
        NormalScoreGenerator prior = NormalScoreGenerator.of(MultivariateNormal.standard(2));
        double[] u = {40, -300, 1, 2};

        assertThat(prior.density().orElseThrow().ln(u, 0))
                .isEqualTo(PriorDensity.ofDimension(2).ln(u, 0));
        assertThat(decoded(prior, 0.3, -2)).containsExactly(NormalScore.logit(0.3), NormalScore.logit(-2));
    }

    /** By the change of variables, with the derivative of the decoder by differences. */
    @Test
    void densityIsThatOfTheDecoder() {
        double step = 1e-5;
        double[] u = decoded(generator, 0.7, -0.4);
        double[] byFirst = difference(decoded(generator, 0.7 + step, -0.4), decoded(generator, 0.7 - step, -0.4), step);
        double[] bySecond =
                difference(decoded(generator, 0.7, -0.4 + step), decoded(generator, 0.7, -0.4 - step), step);
        double determinant = byFirst[0] * bySecond[1] - byFirst[1] * bySecond[0];
        double latent = -(0.7 * 0.7 + 0.4 * 0.4) / 2 - Math.log(2 * Math.PI);

        double ln = generator.density().orElseThrow().ln(u, 0);

        assertThat(ln).isCloseTo(latent - Math.log(determinant), within(1e-8));
    }

    @Test
    void generatorSurvivesItsArrays() {
        Generator again = GeneratorFamilies.generator(generator.family(), generator.arrays());

        assertThat(decoded(again, 1.1, -0.2)).isEqualTo(decoded(generator, 1.1, -0.2));
        assertThat(again.arrays().numbers("factor"))
                .isEqualTo(generator.arrays().numbers("factor"));
    }

    private static double[] decoded(Generator generator, double... z) {
        double[] u = new double[z.length];
        generator.decoder().decode(z, u, 1);
        return u;
    }

    private static double[] difference(double[] above, double[] below, double step) {
        return new double[] {(above[0] - below[0]) / (2 * step), (above[1] - below[1]) / (2 * step)};
    }
}
