/**
 * The proofs of order-engine over all its modules, never published: each package below holds one kind of them. Depends on
 * everything, and nothing depends on it.
 */
@NullMarked
package org.orderengine.verification;

import org.jspecify.annotations.NullMarked;
