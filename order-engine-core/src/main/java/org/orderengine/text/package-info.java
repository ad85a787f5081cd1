/** Help with names that people write. Depends on nothing. */
@NullMarked
package org.orderengine.text;

import org.jspecify.annotations.NullMarked;
