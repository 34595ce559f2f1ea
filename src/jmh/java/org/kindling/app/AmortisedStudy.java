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
        for (int f = 1; f <= 3; f++) {
            KineticModel model = SbmlReader.read(data.resolve("ecoli_rekindle_fdp" + f + ".xml")).kinetics();
            ParameterRoles roles = ParameterRoles.of(model);
            List<ReferenceState> states = new ArrayList<>();
            states.add(ReferenceState.of(model));
            StateTable.read(data.resolve("ecoli_rekindle_states_fdp" + f + ".csv.gz"), roles).forEach(s -> states.add(s.state()));
            for (int k = 0; k < states.size(); k++) {
                boolean learn = f != left && k <= 80;
                boolean look = f == left ? k % 10 == 0 : k > 80 && k % 4 == 0;
                if (!learn && !look) continue;
                SpectralGradient g = SpectralGradient.of(JacobianFunction.of(ParameterSpace.of(roles, states.get(k)), states.get(k)));
                if (learn) train.add(g); else { test.add(g); names.add("fdp" + f + "/" + (k - 1)); }
            }
        }
        System.out.printf("compiled %d + %d in %.1f s%n", train.size(), test.size(), (System.nanoTime() - start) / 1e9);
        int d = train.get(0).jacobian().space().dimension();
        Energy energy = Energy.of(Criterion.abscissaBelow(target), 0.1, 2);
        LogisticFamily family = LogisticFamily.ofDimension(d);
        double[] w = family.prior(), avg = w.clone(), gw = new double[w.length];
        Adam adam = Adam.of(w.length, 0.9, 0.99);
        int sets = 20;
        double[] z = new double[sets * d], u = new double[sets * d], g = new double[sets * d], lam = new double[sets], det = new double[sets];
        int[] of = new int[sets];
        RandomStreams streams = RandomStreams.of(1, 5);
        try (SpectralPool pool = SpectralPool.of(train, 2); SpectralPool tests = SpectralPool.of(test, 2)) {
            start = System.nanoTime();
            double navg = 0;
            for (long r = 0; r < rounds; r++) {
                var rnd = streams.stream(r);
                Latent.LOGISTIC.draw(rnd, z, 0, z.length);
                for (int k = 0; k < sets; k++) of[k] = rnd.nextInt(train.size());
                family.forward(w, z, sets, u, det);
                pool.gradients(of, u, lam, g);
                for (int s = 0; s < sets; s++) {
                    double slope = Double.isFinite(lam[s]) ? energy.slope(lam[s]) / t : 0;
                    for (int k = s * d; k < (s + 1) * d; k++) g[k] = (slope * g[k] + Math.tanh(u[k] / 2)) / sets;
                }
                family.backward(g, -1.0 / sets, gw);
                adam.step(w, gw, 0.1 * Math.pow(0.1, (double) r / rounds));
                if (r > rounds / 2) { navg++; for (int k = 0; k < w.length; k++) avg[k] += (w[k] - avg[k]) / navg; }
                else avg = w.clone();
            }
            System.out.printf("trained %d Jacobians in %.1f s%n", rounds * sets, (System.nanoTime() - start) / 1e9);
            int fresh = 500;
            Generator gen = family.generator(avg);
            double[] zz = new double[fresh * d], uu = new double[fresh * d], ll = new double[fresh];
            Latent.LOGISTIC.draw(RandomStreams.of(9, 9).stream(0), zz, 0, zz.length);
            gen.decoder().decode(zz, uu, fresh);
            double mean3 = 0, low3 = 1, mean = 0, low = 1; int n3 = 0, n = 0;
            for (int s = 0; s < test.size(); s++) {
                int[] which = new int[fresh];
                Arrays.fill(which, s);
                tests.abscissae(which, uu, ll);
                double inc = Arrays.stream(ll).filter(x -> x <= -9).count() / (double) fresh;
                System.out.printf("%s %.3f; ", names.get(s), inc);
                if (names.get(s).startsWith("fdp" + left)) { mean3 += inc; n3++; low3 = Math.min(low3, inc); } else { mean += inc; n++; low = Math.min(low, inc); }
            }
            System.out.printf("%nleft out states: mean %.4f low %.4f; unseen physiology: mean %.4f low %.4f%n", mean / n, low, mean3 / n3, low3);
        }
    }
}
