#pragma once
#include <lcms2.h>

// lcms names its pixel layouts with macros that call others, which Swift does not see.
static const cmsUInt32Number banxin_rgb_8 = TYPE_RGB_8;
static const cmsUInt32Number banxin_bgrx_8 = TYPE_BGRA_8;
static const cmsUInt32Number banxin_cmyk_8 = TYPE_CMYK_8;
static const cmsUInt32Number banxin_rgb_real = TYPE_RGB_DBL;
static const cmsUInt32Number banxin_cmyk_real = TYPE_CMYK_DBL;
