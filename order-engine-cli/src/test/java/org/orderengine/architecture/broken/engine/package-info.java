/** Depends on the model, as it may. */
@NullMarked
package org.orderengine.architecture.broken.engine;

import org.jspecify.annotations.NullMarked;
