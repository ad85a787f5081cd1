package org.orderengine.text;

import org.jspecify.annotations.Nullable;

/** Texts that others wrote, made fit to be kept and shown. */
public final class Texts {

    /** How much of a host's or a provider's message is kept. */
    private static final int MAX_MESSAGE = 1000;

    /** How long a message of an outcome is at most. */
    private static final int MAX_SHOWN = 4000;

    /** How much of a text is quoted in a message. */
    private static final int MAX_QUOTED = 100;

    private Texts() {}

    /** A message of a host's service: cut, and with what no store can keep replaced; never null. */
    public static String ofHost(@Nullable String message) {
        return message == null ? "" : kept(cut(message, MAX_MESSAGE));
    }

    /** A message of an outcome: cut, whatever host code put into it. */
    public static String shown(String message) {
        return kept(cut(message, MAX_SHOWN));
    }

    /** A text as it is quoted in a message: cut, so that no input makes a message long. */
    public static String quoted(String text) {
        return kept(cut(text, MAX_QUOTED));
    }

    /** Whether every store can keep a text exactly: it has no half of a surrogate pair, and no U+0000. */
    public static boolean isKeepable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "\u2026";
    }

    private static String kept(String text) {
        if (isKeepable(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text);
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < kept.length()
                    && Character.isLowSurrogate(kept.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                kept.setCharAt(i, '\ufffd');
            }
        }
        return kept.toString();
    }
}
