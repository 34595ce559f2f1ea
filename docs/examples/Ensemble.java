import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindling.app.ControlOptions;
import org.kindling.app.CriterionOptions;
import org.kindling.app.Kindling;
import org.kindling.app.ModelOptions;
import org.kindling.app.ModelReport;
import org.kindling.app.NetworkProfile;
import org.kindling.app.OutputOptions;
import org.kindling.app.RunSummary;
import org.kindling.app.SamplingOptions;
import org.kindling.ensemble.MemberSelection;

/**
 * Kindling as a library: inspects a model, samples an ensemble whose slowest mode is at most -9 per unit of time, and asks which
 * enzymes control the fluxes. Run it with
 *
 * <pre>java -cp kindling.jar Ensemble.java MODEL.xml FOLDER</pre>
 */
public final class Ensemble {

    public static void main(String... arguments) throws Exception {
        ModelOptions model = ModelOptions.of(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);

        ModelReport report = Kindling.inspect(model);
        System.out.println("species " + report.network().species() + ", " + report.dynamics().stability());

        int threads = Runtime.getRuntime().availableProcessors();
        CriterionOptions fast = new CriterionOptions(
                OptionalDouble.of(-9), OptionalDouble.empty(), Optional.empty(), Optional.empty());
        SamplingOptions sampling = new SamplingOptions(
                2_000, 1, threads, fast, MemberSelection.DEFAULT, Optional.empty(), Optional.empty(), Optional.empty());
        OutputOptions output = new OutputOptions(folder, true, false, Optional.empty(), List.of("Ensemble.java"));
        RunSummary run = Kindling.sample(model, sampling, output, (done, total) -> {});
        System.out.println("valid " + run.manifest().counts().valid() + " of " + run.manifest().counts().drawn());

        ControlOptions control = new ControlOptions(
                ModelOptions.of(run.folder()), MemberSelection.parse("representative:50"), Optional.empty(), threads);
        NetworkProfile profile = Kindling.profile(control, (done, total) -> {});
        profile.reactions().stream()
                .filter(reaction -> reaction.numbers().containsKey("flux control strength"))
                .sorted((one, other) -> Double.compare(
                        other.numbers().get("flux control strength"), one.numbers().get("flux control strength")))
                .limit(3)
                .forEach(reaction -> System.out.printf(
                        "%s %.3f%n", reaction.id(), reaction.numbers().get("flux control strength")));
    }
}
