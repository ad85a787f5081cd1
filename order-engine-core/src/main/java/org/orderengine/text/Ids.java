package org.orderengine.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What an id or another text that names something has to be like, so that no two of them look alike and every store keeps them exactly. */
public final class Ids {

    private static final int LAST_ASCII = 0x7e;

    private Ids() {}

    /** What is wrong with a text that names something, as the end of a sentence that begins with what it is; null if nothing is. */
    public static @Nullable String problem(String id, int most) {
        if (id.isBlank() || id.length() > most) {
            return "has " + id.length() + " characters; give it 1 to " + most + ", not all blank";
        }
        boolean isPlain = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isISOControl(c)) {
                return "has a control character at " + i;
            }
            isPlain &= c <= LAST_ASCII;
        }
        return isPlain ? null : ofUnicode(id);
    }

    private static @Nullable String ofUnicode(String id) {
        if (!Texts.isKeepable(id)) {
            return "is no Unicode: half of a surrogate pair is missing";
        }
        if (id.codePoints().anyMatch(point -> Character.getType(point) == Character.FORMAT)) {
            return "has an invisible character, by which it could be taken for another one";
        }
        return Normalizer.isNormalized(id, Normalizer.Form.NFC)
                ? null
                : "is not in Unicode's normal form C, by which it could be taken for another one";
    }
}
