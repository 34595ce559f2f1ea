package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindling.analysis.TransferOutcome;
import org.kindling.app.JsonText;
import org.kindling.app.TransferSummary;

/** Shows what a transfer came to. */
final class TransferView {

    private final PrintWriter out;
    private final CommonOptions common;

    TransferView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(TransferSummary transfer) {
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", transfer.folder().toString());
            object.put("criterion", transfer.criterion());
            object.put("before", transfer.before());
            object.put("outcomes", transfer.outcomes());
            out.println(JsonText.of(object));
        } else if (!common.quiet()) {
            out.printf(
                    Locale.ROOT,
                    "before     %.4f of the generator's sets have %s here%n",
                    transfer.before().value(),
                    transfer.criterion());
            List<Integer> sizes = transfer.outcomes().stream()
                    .map(TransferOutcome::sets)
                    .distinct()
                    .toList();
            for (int sets : sizes) {
                out.printf(
                        Locale.ROOT,
                        "%-10s from the generator %s, from scratch %s%n",
                        sets + " sets",
                        words(transfer, sets, true),
                        words(transfer, sets, false));
            }
            out.printf(Locale.ROOT, "folder     %s%n", transfer.folder());
        }
        out.flush();
    }

    /** Mean and range over the repeats. */
    private static String words(TransferSummary transfer, int sets, boolean pretrained) {
        DoubleSummaryStatistics shares = transfer.outcomes().stream()
                .filter(outcome -> outcome.sets() == sets && outcome.pretrained() == pretrained)
                .mapToDouble(outcome -> outcome.incidence().value())
                .summaryStatistics();
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", shares.getAverage(), shares.getMin(), shares.getMax());
    }
}
