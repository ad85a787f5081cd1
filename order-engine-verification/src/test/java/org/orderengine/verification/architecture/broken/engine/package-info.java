/** Depends on the model, as it may. */
@NullMarked
package org.orderengine.verification.architecture.broken.engine;

import org.jspecify.annotations.NullMarked;
