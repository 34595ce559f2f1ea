package org.kindling.ensemble;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file name made from an identifier of someone else's model, safe on every file system.
 *
 * <p>An SBML identifier of ordinary length stays as it is. Anything else (separators, leading dots, names that Windows
 * reserves, lengths beyond {@value #LONGEST} characters) is replaced, and then the first eight digits of the
 * identifier's SHA-256 follow, so that two identifiers do not meet in one name.
 */
public final class FileName {

    /** Leaves room for ".m0001.xml.partial" in the 143 bytes of the strictest common file system, eCryptfs. */
    static final int LONGEST = 100;

    private static final int DIGITS_OF_HASH = 8;

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.-]");

    private static final Pattern LEADING = Pattern.compile("^[.-]+");

    private static final Pattern TRAILING = Pattern.compile("\\.+$");

    /** Refused by Windows with any extension; https://learn.microsoft.com/windows/win32/fileio/naming-a-file. */
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileName() {}

    /**
     * The name for an identifier: one path element of at most {@value #LONGEST} characters out of letters, digits,
     * dot, hyphen and underscore.
     *
     * @param id the identifier, any text
     * @return the name, without an extension
     */
    public static String of(String id) {
        String name = TRAILING.matcher(LEADING.matcher(UNSAFE.matcher(head(id)).replaceAll("_"))
                        .replaceAll("_"))
                .replaceAll("_");
        if (name.isEmpty() || isReserved(name)) {
            name = "_" + name;
        }
        if (name.equals(id) && name.length() <= LONGEST) {
            return name;
        }
        int kept = Math.min(name.length(), LONGEST - DIGITS_OF_HASH - 1);
        return name.substring(0, kept) + "-" + Sha256.of(id).substring(0, DIGITS_OF_HASH);
    }

    private static String head(String id) {
        return id.substring(0, Math.min(id.length(), LONGEST + 1));
    }

    private static boolean isReserved(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return RESERVED.contains(stem.toLowerCase(Locale.ROOT));
    }
}
