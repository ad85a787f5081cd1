package org.orderengine.dispatch;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orderengine.spi.store.TermValue;

/**
 * Seals personal terms by a hash under the host's key (HMAC-SHA-256, RFC 2104), so that a store can find them and does not show them.
 *
 * <p>A sealed term is written in decimal digits, which are in every kind's normal form. Safe for any number of threads.
 */
public final class TermSeal implements UnaryOperator<TermValue> {

    /** The least bytes of a key. */
    public static final int LEAST = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT = 16;

    private final SecretKeySpec key;

    /**
     * A seal under a key.
     *
     * @throws IllegalArgumentException if the key is shorter than {@value #LEAST} bytes
     */
    public TermSeal(byte[] key) {
        if (key.length < LEAST) {
            throw new IllegalArgumentException(
                    "A key of " + key.length + " bytes seals nothing: give at least " + LEAST + ", drawn by chance");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    @Override
    public TermValue apply(TermValue term) {
        if (!term.kind().isPersonal()) {
            return term;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal((term.kind().name() + ':' + term.value()).getBytes(StandardCharsets.UTF_8));
            return new TermValue(term.kind(), new BigInteger(1, Arrays.copyOf(hash, KEPT)).toString());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
