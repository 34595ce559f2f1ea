package org.kindling.sbml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file, decoded strictly: a byte sequence that the encoding does not have is refused, never
 * replaced.
 */
final class SourceText {

    private static final Map<String, Charset> ENCODINGS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF8", StandardCharsets.UTF_8,
            "US-ASCII", StandardCharsets.US_ASCII,
            "ASCII", StandardCharsets.US_ASCII,
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "LATIN1", StandardCharsets.ISO_8859_1,
            "WINDOWS-1252", Charset.forName("windows-1252"));

    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private static final int DECLARATION_BYTES = 200;

    private SourceText() {}

    /** Returns the text of the bytes, without byte order mark. */
    static String decode(byte[] bytes, Inspection inspection) {
        if (bytes.length == 0) {
            throw inspection.refusal("the file is empty", "fetch or save it again");
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, inspection);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, inspection);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, inspection);
        }
        return decode(bytes, 0, declared(bytes, inspection), inspection);
    }

    private static Charset declared(byte[] bytes, Inspection inspection) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARATION.matcher(head);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = ENCODINGS.get(matcher.group(1).toUpperCase(Locale.ROOT));
        if (charset == null) {
            throw inspection.refusal(
                    "unknown encoding '" + PlainText.id(matcher.group(1)) + "'",
                    "SBML is UTF-8: save the file as that");
        }
        return charset;
    }

    private static String decode(byte[] bytes, int offset, Charset charset, Inspection inspection) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                    .toString();
        } catch (CharacterCodingException e) {
            throw inspection.refusal(
                    "the bytes are not text in " + charset + ", the encoding of this XML file",
                    "check that this is an SBML file and save it as UTF-8");
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
