package org.kindling.app;

import java.nio.file.Path;
import java.util.*;
import org.kindling.dynamics.*;
import org.kindling.generators.*;
import org.kindling.generators.spectral.*;
import org.kindling.network.*;
import org.kindling.parameters.*;
import org.kindling.sampling.RandomStreams;
import org.kindling.sbml.SbmlReader;

public final class AmortisedStudy {
    public static void main(String[] a) throws Exception {
        Path data = Path.of("../shared/data");
        int left = Integer.parseInt(a[0]);
        double t = Double.parseDouble(System.getProperty("t", "0.003"));
        double target = Double.parseDouble(System.getProperty("target", "-9"));
        long rounds = Long.getLong("rounds", 1000);
        List<SpectralGradient> train = new ArrayList<>(), test = new ArrayList<>();
        List<String> names = new ArrayList<>();
        long start = System.nanoTime();
        List<ReferenceState> trainStates = new ArrayList<>();
        List<ParameterRoles> testRoles = new ArrayList<>();
        ParameterRoles trainRoles = null;
        for (int f = 1; f <= 3; f++) {
            KineticModel model = SbmlReader.read(data.resolve("ecoli_rekindle_fdp" + f + ".xml"))
                    .kinetics();
            ParameterRoles roles = ParameterRoles.of(model);
            List<ReferenceState> states = new ArrayList<>();
            states.add(ReferenceState.of(model));
            StateTable.read(data.resolve("ecoli_rekindle_states_fdp" + f + ".csv.gz"), roles)
                    .forEach(s -> states.add(s.state()));
            for (int k = 0; k < states.size(); k++) {
                boolean learn = f != left && k <= 80;
                boolean look = f == left ? k % 10 == 0 : k > 80 && k % 4 == 0;
                if (!learn && !look) continue;
                SpectralGradient g = SpectralGradient.of(
                        JacobianFunction.of(ParameterSpace.of(roles, states.get(k)), states.get(k)));
                if (learn) {
                    train.add(g);
                    trainStates.add(states.get(k));
                    trainRoles = roles;
                } else {
                    testRoles.add(roles);
                    test.add(g);
                    names.add("fdp" + f + "/" + (k - 1));
                }
            }
        }
        System.out.printf("compiled %d + %d in %.1f s%n", train.size(), test.size(), (System.nanoTime() - start) / 1e9);
        int d = train.get(0).jacobian().space().dimension();
        StateFeatures features = StateFeatures.of(trainRoles, trainStates);
        List<double[]> rows = new ArrayList<>();
        for (ReferenceState st : trainStates) rows.add(features.at(trainRoles, st));
        String kind = System.getProperty("kind", "logistic");
        Family family = kind.equals("logistic")
                ? LogisticFamily.ofDimension(d)
                : org.kindling.generators.nn.FlowFamily.of(
                        d, Integer.getInteger("layers", 0), Integer.getInteger("hidden", 32), features, rows);
        try (SpectralPool pool = SpectralPool.of(train, 2);
                SpectralPool tests = SpectralPool.of(test, 2)) {
            start = System.nanoTime();
            SharpTraining training = SharpTraining.of(
                    pool,
                    Criterion.abscissaBelow(target),
                    family,
                    SharpTraining.Options.DEFAULT.withTemperature(t).withJacobians(rounds * 20),
                    1,
                    Optional.empty());
            while (!training.finished()) training.advance();
            System.out.printf("trained %d Jacobians in %.1f s%n", rounds * 20, (System.nanoTime() - start) / 1e9);
            int fresh = 500;
            Generator all = training.generator();
            double[] zz = new double[fresh * d], uu = new double[fresh * d], ll = new double[fresh];
            Latent.LOGISTIC.draw(RandomStreams.of(9, 9).stream(0), zz, 0, zz.length);
            double mean3 = 0, low3 = 1, mean = 0, low = 1;
            int n3 = 0, n = 0;
            for (int s = 0; s < test.size(); s++) {
                Generator gen = all.at(testRoles.get(s), test.get(s).jacobian().state());
                int extra = Integer.getInteger("adapt", 0);
                if (extra > 0 && s % 2 == 0) {
                    try (SpectralPool own = SpectralPool.of(test.get(s), 2)) {
                        var o = new SharpTraining.Options(
                                extra,
                                Double.parseDouble(System.getProperty("at", "0.003")),
                                4,
                                Double.parseDouble(System.getProperty("as", "0.1")),
                                Double.parseDouble(System.getProperty("am", "2")),
                                Double.parseDouble(System.getProperty("ar", "0.1")),
                                Double.parseDouble(System.getProperty("al", "0.03")),
                                1);
                        SharpTraining adapt = SharpTraining.of(
                                own, Criterion.abscissaBelow(target), AdjustedFamily.of(gen), o, 7, Optional.empty());
                        while (!adapt.finished()) adapt.advance();
                        gen = adapt.generator();
                    }
                }
                gen.decoder().decode(zz, uu, fresh);
                double sd = 0;
                for (double x : uu) sd += Math.abs(x) / uu.length;
                if (s % 5 == 0) System.out.printf("[|u| %.2f] ", sd);
                int[] which = new int[fresh];
                Arrays.fill(which, s);
                tests.abscissae(which, uu, ll);
                double inc = Arrays.stream(ll).filter(x -> x <= -9).count() / (double) fresh;
                System.out.printf("%s %.3f; ", names.get(s), inc);
                if (names.get(s).startsWith("fdp" + left)) {
                    mean3 += inc;
                    n3++;
                    low3 = Math.min(low3, inc);
                } else {
                    mean += inc;
                    n++;
                    low = Math.min(low, inc);
                }
            }
            System.out.printf(
                    "%nleft out states: mean %.4f low %.4f; unseen physiology: mean %.4f low %.4f%n",
                    mean / n, low, mean3 / n3, low3);
        }
    }
}
