/* Inside the import: files of other people, read by a profile. */
#include "import.h"

#include "read/profile.h"
