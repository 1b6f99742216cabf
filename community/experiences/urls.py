"""The addresses of experiences."""

from django.urls import path

from community.experiences import editing, growing, views

urlpatterns = [
    path("ervaringen/", views.experiences, name="experiences"),
    path("ervaringen/schrijven/", editing.begin, name="begin_experience"),
    path("ervaringen/<slug:key>/", views.experience, name="experience"),
    path("ervaringen/<slug:key>/bewerken/", editing.edit, name="edit_experience"),
    path("ervaringen/<slug:key>/bewaren/", editing.keep, name="keep_experience"),
    path("ervaringen/<slug:key>/verwijderen/", views.remove, name="remove_experience"),
    path("ervaringen/<slug:key>/dank/", views.thank, name="thank"),
    path("ervaringen/<slug:key>/reageren/", views.reply, name="reply"),
    path("ervaringen/<slug:key>/beelden/<slug:name>/", views.image, name="experience_image"),
    path("ervaringen/<slug:key>/bestanden/<slug:name>/", views.file, name="experience_file"),
    path("ervaringen/<slug:key>/praktijk/", growing.practice, name="grow_practice"),
    path("ervaringen/<slug:key>/navolging/<int:number>/", growing.adoption, name="grow_adoption"),
    path("reacties/<slug:key>/", views.change_reply, name="change_reply"),
]
